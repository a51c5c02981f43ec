import association.lib.dates
import association.lib.fields
import association.members.codes
import association.members.fields
import association.members.models.ranges
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(default='member', max_length=40, verbose_name='scheme')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='member number')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='applied on')),
                ('review_started_on', models.DateField(blank=True, null=True, verbose_name='review started on')),
                ('admitted_on', models.DateField(blank=True, null=True, verbose_name='admitted on')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(help_text='First day and the first day after the period; open if empty.', verbose_name='period')),
                ('decision', models.CharField(blank=True, max_length=200, verbose_name='decision or document')),
            ],
            options={
                'verbose_name': 'membership',
                'verbose_name_plural': 'memberships',
            },
        ),
        migrations.CreateModel(
            name='RuleFigureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=60, verbose_name='rule')),
                ('value', models.PositiveIntegerField(verbose_name='value')),
                ('applies_from', models.DateField(verbose_name='applies from')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StandingOverride',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('standing', models.CharField(choices=[('suspended', 'suspended'), ('withdrawn', 'withdrawn'), ('expelled', 'expelled')], max_length=12, verbose_name='standing')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until (the first day after)')),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('document', models.CharField(blank=True, max_length=200, verbose_name='document')),
            ],
            options={
                'verbose_name': 'override of the standing',
                'verbose_name_plural': 'overrides of the standing',
            },
        ),
        migrations.CreateModel(
            name='StandingOverrideEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('standing', models.CharField(choices=[('suspended', 'suspended'), ('withdrawn', 'withdrawn'), ('expelled', 'expelled')], max_length=12, verbose_name='standing')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until (the first day after)')),
                ('reason', models.CharField(max_length=500, verbose_name='reason')),
                ('document', models.CharField(blank=True, max_length=200, verbose_name='document')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('legal', 'legal representative'), ('administrator', 'administrator'), ('editor', 'editor'), ('delegate', 'delegate'), ('observer', 'observer'), ('finance', 'finance contact'), ('expert', 'expert'), ('auditor', 'auditor')], max_length=16, verbose_name='role')),
                ('scope', models.CharField(choices=[('organisation', 'whole organisation'), ('body', 'a body'), ('alliance', 'an alliance'), ('platform', 'a platform')], default='organisation', max_length=16, verbose_name='scope')),
                ('scope_code', models.CharField(blank=True, max_length=60, verbose_name='which body, alliance or platform')),
                ('from_on', models.DateField(default=association.lib.dates.today, verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until (the first day after)')),
                ('appointed_by', models.CharField(blank=True, max_length=200, verbose_name='appointed by (document)')),
                ('substitute_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='substitutes', to='members.mandate', verbose_name='substitute for')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'mandate',
                'verbose_name_plural': 'mandates',
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verification', models.CharField(choices=[('unverified', 'unverified'), ('pending', 'verification requested'), ('verified', 'verified'), ('rejected', 'verification rejected')], default='unverified', editable=False, max_length=12, verbose_name='verification')),
                ('verification_note', models.CharField(blank=True, editable=False, max_length=500, verbose_name='note on the verification')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='verified at')),
                ('kind', models.CharField(choices=[('zone', 'development zone'), ('commerce_department', 'commerce department'), ('agency', 'agency'), ('border_zone', 'border zone'), ('provincial_zone', 'provincial zone'), ('firm', 'firm'), ('financial_institution', 'financial institution'), ('research_institute', 'research institute'), ('overseas_zone', 'overseas zone'), ('association', 'association')], max_length=30, verbose_name='kind')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='slug')),
                ('name_zh', association.lib.fields.LineField(max_length=200, verbose_name='Chinese name')),
                ('name_en', association.lib.fields.LineField(blank=True, max_length=200, verbose_name='English name')),
                ('short_name_zh', association.lib.fields.LineField(blank=True, max_length=60, verbose_name='short Chinese name')),
                ('short_name_en', association.lib.fields.LineField(blank=True, max_length=60, verbose_name='short English name')),
                ('credit_code', models.CharField(blank=True, error_messages={'unique': 'Another organisation already has this code.'}, help_text='18 characters as of GB 32100-2015; the last one is a check character.', max_length=18, null=True, unique=True, validators=[association.members.codes.validate_credit_code], verbose_name='unified social credit code')),
                ('division_code', models.CharField(blank=True, db_index=True, help_text='Six digits as of GB/T 2260; the first two are the province.', max_length=6, validators=[association.members.codes.validate_division_code], verbose_name='administrative division')),
                ('country_code', models.CharField(default='CN', max_length=2, verbose_name='country')),
                ('website', association.members.fields.WebsiteField(blank=True, verbose_name='website')),
                ('profile_zh', association.lib.fields.ProseField(blank=True, max_length=2000, verbose_name='profile in Chinese')),
                ('profile_en', association.lib.fields.ProseField(blank=True, max_length=2000, verbose_name='profile in English')),
                ('name_key', association.lib.fields.NameKeyField(default='', editable=False)),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='created at')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='updated at')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='members.organisation', verbose_name='merged into')),
            ],
            options={
                'verbose_name': 'organisation',
                'verbose_name_plural': 'organisations',
            },
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('scheme', models.CharField(default='member', max_length=40, verbose_name='scheme')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='member number')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='applied on')),
                ('review_started_on', models.DateField(blank=True, null=True, verbose_name='review started on')),
                ('admitted_on', models.DateField(blank=True, null=True, verbose_name='admitted on')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(help_text='First day and the first day after the period; open if empty.', verbose_name='period')),
                ('decision', models.CharField(blank=True, max_length=200, verbose_name='decision or document')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='members.membership')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='members.organisation', verbose_name='organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='membership',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='members.organisation', verbose_name='organisation'),
        ),
        migrations.CreateModel(
            name='MandateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('legal', 'legal representative'), ('administrator', 'administrator'), ('editor', 'editor'), ('delegate', 'delegate'), ('observer', 'observer'), ('finance', 'finance contact'), ('expert', 'expert'), ('auditor', 'auditor')], max_length=16, verbose_name='role')),
                ('scope', models.CharField(choices=[('organisation', 'whole organisation'), ('body', 'a body'), ('alliance', 'an alliance'), ('platform', 'a platform')], default='organisation', max_length=16, verbose_name='scope')),
                ('scope_code', models.CharField(blank=True, max_length=60, verbose_name='which body, alliance or platform')),
                ('from_on', models.DateField(default=association.lib.dates.today, verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until (the first day after)')),
                ('appointed_by', models.CharField(blank=True, max_length=200, verbose_name='appointed by (document)')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='members.mandate')),
                ('substitute_for', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='members.mandate', verbose_name='substitute for')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('organisation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='members.organisation', verbose_name='organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='mandate',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='members.organisation', verbose_name='organisation'),
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                ('role', models.CharField(choices=[('legal', 'legal representative'), ('administrator', 'administrator'), ('editor', 'editor'), ('delegate', 'delegate'), ('observer', 'observer'), ('finance', 'finance contact'), ('expert', 'expert'), ('auditor', 'auditor')], max_length=16, verbose_name='role')),
                ('token_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('invited_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='invited at')),
                ('expires_at', models.DateTimeField(editable=False, verbose_name='expires at')),
                ('accepted_at', models.DateTimeField(editable=False, null=True, verbose_name='accepted at')),
                ('revoked_at', models.DateTimeField(editable=False, null=True, verbose_name='revoked at')),
                ('invited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to='members.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
            },
        ),
        migrations.CreateModel(
            name='Identifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', association.lib.fields.LineField(max_length=40, verbose_name='scheme')),
                ('value', association.lib.fields.LineField(max_length=80, verbose_name='number')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='members.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'identifier',
                'verbose_name_plural': 'identifiers',
            },
        ),
        migrations.CreateModel(
            name='FormerName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name_zh', association.lib.fields.LineField(max_length=200, verbose_name='Chinese name')),
                ('name_en', association.lib.fields.LineField(blank=True, max_length=200, verbose_name='English name')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='borne until')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former_names', to='members.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'former name',
                'verbose_name_plural': 'former names',
            },
        ),
        migrations.CreateModel(
            name='OrganisationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('verification', models.CharField(choices=[('unverified', 'unverified'), ('pending', 'verification requested'), ('verified', 'verified'), ('rejected', 'verification rejected')], default='unverified', editable=False, max_length=12, verbose_name='verification')),
                ('verification_note', models.CharField(blank=True, editable=False, max_length=500, verbose_name='note on the verification')),
                ('verified_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='verified at')),
                ('kind', models.CharField(choices=[('zone', 'development zone'), ('commerce_department', 'commerce department'), ('agency', 'agency'), ('border_zone', 'border zone'), ('provincial_zone', 'provincial zone'), ('firm', 'firm'), ('financial_institution', 'financial institution'), ('research_institute', 'research institute'), ('overseas_zone', 'overseas zone'), ('association', 'association')], max_length=30, verbose_name='kind')),
                ('slug', models.SlugField(db_index=False, max_length=80, verbose_name='slug')),
                ('name_zh', association.lib.fields.LineField(max_length=200, verbose_name='Chinese name')),
                ('name_en', association.lib.fields.LineField(blank=True, max_length=200, verbose_name='English name')),
                ('short_name_zh', association.lib.fields.LineField(blank=True, max_length=60, verbose_name='short Chinese name')),
                ('short_name_en', association.lib.fields.LineField(blank=True, max_length=60, verbose_name='short English name')),
                ('credit_code', models.CharField(blank=True, error_messages={'unique': 'Another organisation already has this code.'}, help_text='18 characters as of GB 32100-2015; the last one is a check character.', max_length=18, null=True, validators=[association.members.codes.validate_credit_code], verbose_name='unified social credit code')),
                ('division_code', models.CharField(blank=True, help_text='Six digits as of GB/T 2260; the first two are the province.', max_length=6, validators=[association.members.codes.validate_division_code], verbose_name='administrative division')),
                ('country_code', models.CharField(default='CN', max_length=2, verbose_name='country')),
                ('website', association.members.fields.WebsiteField(blank=True, verbose_name='website')),
                ('profile_zh', association.lib.fields.ProseField(blank=True, max_length=2000, verbose_name='profile in Chinese')),
                ('profile_en', association.lib.fields.ProseField(blank=True, max_length=2000, verbose_name='profile in English')),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='sample')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='created at')),
                ('merged_into', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='members.organisation', verbose_name='merged into')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='members.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrganisationImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200, verbose_name='file')),
                ('sheet', models.JSONField(default=dict, editable=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='checked at')),
                ('written_at', models.DateTimeField(null=True, verbose_name='written at')),
                ('added', models.PositiveIntegerField(default=0, verbose_name='added')),
                ('changed', models.PositiveIntegerField(default=0, verbose_name='changed')),
                ('unchanged', models.PositiveIntegerField(default=0, verbose_name='unchanged')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by')),
            ],
            options={
                'verbose_name': 'import of organisations',
                'verbose_name_plural': 'imports of organisations',
            },
        ),
        migrations.CreateModel(
            name='RuleFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, verbose_name='rule')),
                ('value', models.PositiveIntegerField(verbose_name='value')),
                ('applies_from', models.DateField(verbose_name='applies from')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
            ],
            options={
                'verbose_name': 'rule figure',
                'verbose_name_plural': 'rule figures',
                'constraints': [models.UniqueConstraint(fields=('code', 'applies_from'), name='members_one_figure_per_day', violation_error_message='This rule already has a figure from that day on.')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rulefigure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_rulefigureevent" ("applies_from", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "value") VALUES (NEW."applies_from", NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."value"); RETURN NULL;', hash='19fcf0d95f551ae6e19361d28cb3253b62620044', operation='INSERT', pgid='pgtrigger_insert_insert_e225d', table='members_rulefigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rulefigure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "members_rulefigureevent" ("applies_from", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "value") VALUES (NEW."applies_from", NEW."code", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."value"); RETURN NULL;', hash='a5a804bb0e1b456b150513dff4167f11d7f4e49b', operation='UPDATE', pgid='pgtrigger_update_update_252e2', table='members_rulefigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rulefigure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_rulefigureevent" ("applies_from", "code", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "value") VALUES (OLD."applies_from", OLD."code", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."value"); RETURN NULL;', hash='4cf74034ed1aad7ac0dc3b96fa6e72200b0468c2', operation='DELETE', pgid='pgtrigger_delete_delete_7f48e', table='members_rulefigure', when='AFTER')),
        ),
        migrations.AddField(
            model_name='rulefigureevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='rulefigureevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='members.rulefigure'),
        ),
        migrations.AddField(
            model_name='standingoverride',
            name='membership',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='members.membership', verbose_name='membership'),
        ),
        migrations.AddField(
            model_name='standingoverrideevent',
            name='membership',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='members.membership', verbose_name='membership'),
        ),
        migrations.AddField(
            model_name='standingoverrideevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='standingoverrideevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='members.standingoverride'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('pk')), _negated=True), name='members_not_merged_into_itself', violation_error_message='An organisation cannot be merged into itself.'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'association')), fields=('kind',), name='members_one_association', violation_error_message='There is already an association.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_organisationevent" ("country_code", "created_at", "credit_code", "division_code", "id", "is_sample", "kind", "merged_into_id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_en", "profile_zh", "short_name_en", "short_name_zh", "slug", "verification", "verification_note", "verified_at", "website") VALUES (NEW."country_code", NEW."created_at", NEW."credit_code", NEW."division_code", NEW."id", NEW."is_sample", NEW."kind", NEW."merged_into_id", NEW."name_en", NEW."name_zh", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."profile_en", NEW."profile_zh", NEW."short_name_en", NEW."short_name_zh", NEW."slug", NEW."verification", NEW."verification_note", NEW."verified_at", NEW."website"); RETURN NULL;', hash='1cf2d990db25d713e93d69fccfabea22dffca022', operation='INSERT', pgid='pgtrigger_insert_insert_d68e8', table='members_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."country_code" IS DISTINCT FROM (NEW."country_code") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."credit_code" IS DISTINCT FROM (NEW."credit_code") OR OLD."division_code" IS DISTINCT FROM (NEW."division_code") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_sample" IS DISTINCT FROM (NEW."is_sample") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."name_zh" IS DISTINCT FROM (NEW."name_zh") OR OLD."profile_en" IS DISTINCT FROM (NEW."profile_en") OR OLD."profile_zh" IS DISTINCT FROM (NEW."profile_zh") OR OLD."short_name_en" IS DISTINCT FROM (NEW."short_name_en") OR OLD."short_name_zh" IS DISTINCT FROM (NEW."short_name_zh") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."verification" IS DISTINCT FROM (NEW."verification") OR OLD."verification_note" IS DISTINCT FROM (NEW."verification_note") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "members_organisationevent" ("country_code", "created_at", "credit_code", "division_code", "id", "is_sample", "kind", "merged_into_id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_en", "profile_zh", "short_name_en", "short_name_zh", "slug", "verification", "verification_note", "verified_at", "website") VALUES (NEW."country_code", NEW."created_at", NEW."credit_code", NEW."division_code", NEW."id", NEW."is_sample", NEW."kind", NEW."merged_into_id", NEW."name_en", NEW."name_zh", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."profile_en", NEW."profile_zh", NEW."short_name_en", NEW."short_name_zh", NEW."slug", NEW."verification", NEW."verification_note", NEW."verified_at", NEW."website"); RETURN NULL;', hash='ef5591de2f5a1f9fb8b37ac66ad408aba6ec7e43', operation='UPDATE', pgid='pgtrigger_update_update_f4b2a', table='members_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_organisationevent" ("country_code", "created_at", "credit_code", "division_code", "id", "is_sample", "kind", "merged_into_id", "name_en", "name_zh", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profile_en", "profile_zh", "short_name_en", "short_name_zh", "slug", "verification", "verification_note", "verified_at", "website") VALUES (OLD."country_code", OLD."created_at", OLD."credit_code", OLD."division_code", OLD."id", OLD."is_sample", OLD."kind", OLD."merged_into_id", OLD."name_en", OLD."name_zh", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."profile_en", OLD."profile_zh", OLD."short_name_en", OLD."short_name_zh", OLD."slug", OLD."verification", OLD."verification_note", OLD."verified_at", OLD."website"); RETURN NULL;', hash='c8513fa34f0b9d8aa9e31b0557af936512d6c34d', operation='DELETE', pgid='pgtrigger_delete_delete_5a0df', table='members_organisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membershipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0f6d8ff46c2f4bfa59455a4a3ce243a972dcfd89', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6dbe4', table='members_membershipevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(association.members.models.ranges.IdRange('organisation_id', 'organisation_id'), '&&'), (association.members.models.ranges.SchemeRange('scheme'), '&&'), ('period', '&&')], name='members_periods_do_not_overlap', violation_error_message='This overlaps another period of the organisation.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('period__isempty', False)), name='members_period_not_empty', violation_error_message='The period must last at least a day.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_membershipevent" ("admitted_on", "applied_on", "decision", "id", "number", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_started_on", "scheme") VALUES (NEW."admitted_on", NEW."applied_on", NEW."decision", NEW."id", NEW."number", NEW."organisation_id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_started_on", NEW."scheme"); RETURN NULL;', hash='f5ea4084429cd6b1a98b4c250b1c0565c3d45339', operation='INSERT', pgid='pgtrigger_insert_insert_20243', table='members_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "members_membershipevent" ("admitted_on", "applied_on", "decision", "id", "number", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_started_on", "scheme") VALUES (NEW."admitted_on", NEW."applied_on", NEW."decision", NEW."id", NEW."number", NEW."organisation_id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_started_on", NEW."scheme"); RETURN NULL;', hash='219d8f91619b0eb53932c9d761139e92769ddbfc', operation='UPDATE', pgid='pgtrigger_update_update_f5071', table='members_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_membershipevent" ("admitted_on", "applied_on", "decision", "id", "number", "organisation_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_started_on", "scheme") VALUES (OLD."admitted_on", OLD."applied_on", OLD."decision", OLD."id", OLD."number", OLD."organisation_id", OLD."period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_started_on", OLD."scheme"); RETURN NULL;', hash='d458d9c3fa9a830efd32c606ba5aa2051ed43b36', operation='DELETE', pgid='pgtrigger_delete_delete_84b9f', table='members_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mandateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f02257eb986842620d291f7058cf307d956cd19d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_10e50', table='members_mandateevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='members_mandate_ends_after_start', violation_error_message='The end must not lie before the start.'),
        ),
        migrations.AddConstraint(
            model_name='mandate',
            constraint=models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('user', 'organisation', 'role', 'scope', 'scope_code'), name='members_one_open_mandate_per_role', violation_error_message='This person already holds this open mandate.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mandate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_mandateevent" ("appointed_by", "from_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "scope_code", "substitute_for_id", "until_on", "user_id") VALUES (NEW."appointed_by", NEW."from_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."scope", NEW."scope_code", NEW."substitute_for_id", NEW."until_on", NEW."user_id"); RETURN NULL;', hash='7f570a7f6f4fec4b75dabd65f5a871ae84785808', operation='INSERT', pgid='pgtrigger_insert_insert_f1361', table='members_mandate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mandate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "members_mandateevent" ("appointed_by", "from_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "scope_code", "substitute_for_id", "until_on", "user_id") VALUES (NEW."appointed_by", NEW."from_on", NEW."id", NEW."organisation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."scope", NEW."scope_code", NEW."substitute_for_id", NEW."until_on", NEW."user_id"); RETURN NULL;', hash='1b3623a0fd77aa09ccc617b48141ecddf73f8ae1', operation='UPDATE', pgid='pgtrigger_update_update_564f0', table='members_mandate', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='mandate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_mandateevent" ("appointed_by", "from_on", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "scope", "scope_code", "substitute_for_id", "until_on", "user_id") VALUES (OLD."appointed_by", OLD."from_on", OLD."id", OLD."organisation_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."scope", OLD."scope_code", OLD."substitute_for_id", OLD."until_on", OLD."user_id"); RETURN NULL;', hash='2ce87fdb9c27db86837992a6918cf187d243b6c6', operation='DELETE', pgid='pgtrigger_delete_delete_12add', table='members_mandate', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='identifier',
            constraint=models.UniqueConstraint(fields=('scheme', 'value'), name='members_identifier_used_once', violation_error_message='Another organisation already has this identifier.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organisationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f0940d56f7878a532c9da5a37546ecb83029cac4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_02a5d', table='members_organisationevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='rulefigureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5d14083102ad98c94abf5f59528b61fe12ea41b4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1123b', table='members_rulefigureevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='standingoverride',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='members_override_ends_after_start', violation_error_message='The end must lie after the start.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standingoverride',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_standingoverrideevent" ("document", "from_on", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing", "until_on") VALUES (NEW."document", NEW."from_on", NEW."id", NEW."membership_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."standing", NEW."until_on"); RETURN NULL;', hash='ec3aadd538712064933dfcacfee52ab39f507901', operation='INSERT', pgid='pgtrigger_insert_insert_4a626', table='members_standingoverride', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standingoverride',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "members_standingoverrideevent" ("document", "from_on", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing", "until_on") VALUES (NEW."document", NEW."from_on", NEW."id", NEW."membership_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."standing", NEW."until_on"); RETURN NULL;', hash='0511ddc3cf37a93be487c9ab1bc82e1efa5ee40a', operation='UPDATE', pgid='pgtrigger_update_update_9c697', table='members_standingoverride', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standingoverride',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "members_standingoverrideevent" ("document", "from_on", "id", "membership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "standing", "until_on") VALUES (OLD."document", OLD."from_on", OLD."id", OLD."membership_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."standing", OLD."until_on"); RETURN NULL;', hash='46e9663e0d87f625b459f499b7da3ad44776b82e', operation='DELETE', pgid='pgtrigger_delete_delete_db4a5', table='members_standingoverride', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='standingoverrideevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='22aa71c3d3ad4a8d3ae9acb64d8ca0b718db31a3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dcd96', table='members_standingoverrideevent', when='BEFORE')),
        ),
    ]
