"""What every page shows of the inbox."""


def inbox(request):
    """`inbox_unread`: how many messages wait for the signed-in person."""
    return {"inbox_unread": 0}
