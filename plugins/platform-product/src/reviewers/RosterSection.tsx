import { useState } from 'react';
import {
  Access,
  Roster,
  RosterEntry,
} from '@platform-product/backstage-plugin-common';
import { isOutsideReviewer } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Intro } from '../shared/Intro';
import { Person } from '../shared/Person';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { CandidateList } from './CandidateList';
import { InviteReviewerDialog } from './InviteReviewerDialog';
import { RosterEntryActions } from './RosterEntryActions';
import { RosterRemarks } from './RosterRemarks';
import { RosterTable } from './RosterTable';
import { TermsDialog } from './TermsDialog';
import { useRosterActions } from './useRosterActions';

const useStyles = makeStyles(theme => ({
  part: { marginTop: theme.spacing(2) },
  names: { display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Who reviews here, who might, and the way onto the roster. */
export function RosterSection(props: {
  readonly roster: Roster;
  readonly entityRef: string;
  readonly service: string;
  readonly access: Access | undefined;
  readonly onChanged: () => void;
}) {
  const { roster, entityRef, service, access, onChanged } = props;
  const classes = useStyles();
  const t = useTexts();
  const [invited, setInvited] = useState<string>();
  const [isOffering, setOffering] = useState(false);
  const { put } = useRosterActions(entityRef);

  const entries = roster.items.filter(({ status }) => status !== 'emeritus');
  const emeriti = roster.items.filter(({ status }) => status === 'emeritus');
  const active = entries.filter(({ status }) => status === 'active');
  const outside = active.filter(isOutsideReviewer);
  const own = entries.find(({ userRef }) => userRef === access?.user);
  const sponsors = active.map(({ userRef }) => userRef);
  const counts = [
    t('reviewers.roster.count', { count: active.length }),
    t('reviewers.roster.outside', { number: `${outside.length}` }),
  ].join(' · ');

  const renderActions = (entry: RosterEntry) =>
    access && (
      <RosterEntryActions
        entry={entry}
        entityRef={entityRef}
        service={service}
        access={access}
        sponsors={sponsors}
        onChanged={onChanged}
      />
    );
  return (
    <Section
      title={t('reviewers.roster.title')}
      action={
        access?.offerReview &&
        access.user &&
        !own && (
          <Button variant="secondary" onPress={() => setOffering(true)}>
            {t('reviewers.roster.offer')}
          </Button>
        )
      }
    >
      {entries.length > 0 ? (
        <>
          <Intro>{counts}</Intro>
          <RosterTable
            entries={entries}
            renderActions={renderActions}
            hasActions={Boolean(access?.manageRoster || own)}
          />
        </>
      ) : (
        <>
          <Text as="p" variant="body-large" weight="bold">
            {t('reviewers.roster.empty')}
          </Text>
          <Text as="p" color="secondary">
            {t('reviewers.roster.emptyHint')}
          </Text>
        </>
      )}
      {emeriti.length > 0 && (
        <Text as="div" className={classes.part}>
          {t('reviewers.roster.emeriti')}{' '}
          <span className={classes.names}>
            {emeriti.map(({ userRef }) => (
              <Person key={userRef} userRef={userRef} />
            ))}
          </span>
        </Text>
      )}
      <RosterRemarks roster={roster} />
      <CandidateList
        candidates={roster.candidates}
        onInvite={access?.manageRoster ? setInvited : undefined}
      />
      {isOffering && access?.user && (
        <TermsDialog
          title={t('reviewers.roster.offerTitle')}
          intro={t('reviewers.roster.offerIntro')}
          submitText={t('reviewers.roster.offer')}
          doneText={t('reviewers.roster.offered')}
          sponsors={sponsors}
          submit={terms => put(access.user!, terms)}
          onClose={() => setOffering(false)}
          onDone={onChanged}
        />
      )}
      {invited && (
        <InviteReviewerDialog
          userRef={invited}
          entityRef={entityRef}
          sponsors={sponsors}
          onClose={() => setInvited(undefined)}
          onDone={onChanged}
        />
      )}
    </Section>
  );
}
