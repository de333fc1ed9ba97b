import { useState } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useAccess } from '../access/useAccess';
import { Loaded } from '../shared/Loaded';
import { OutageBoundary } from '../shared/OutageBoundary';
import { RevealTogether } from '../shared/RevealTogether';
import { useTexts } from '../shared/useTexts';
import { ReliabilityNote } from '../updates/ReliabilityNote';
import { FeedbackSection } from './FeedbackSection';
import { InviteButton } from './InviteButton';
import { OwnServiceSection } from './OwnServiceSection';
import { RateDialog } from './RateDialog';
import { RateSection } from './RateSection';
import { ReplySection } from './ReplySection';
import { ResearchSection } from './ResearchSection';
import { ScoresSection } from './ScoresSection';
import { useSatisfaction } from './useSatisfaction';

const useStyles = makeStyles(theme => ({
  layout: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
  columns: {
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** How users find the service whose page this is. */
export function SatisfactionTab() {
  const { entity } = useEntity();
  return (
    <OutageBoundary>
      <RevealTogether
        key={stringifyEntityRef(entity)}
        shape={<SatisfactionShape />}
      >
        <SatisfactionWith entity={entity} />
      </RevealTogether>
    </OutageBoundary>
  );
}

function SatisfactionShape() {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <Skeleton width="100%" height={320} />
      <Skeleton width="100%" height={420} />
      <div className={classes.columns}>
        <Skeleton width="100%" height={240} />
        <Skeleton width="100%" height={240} />
      </div>
    </div>
  );
}

function SatisfactionWith({ entity }: { readonly entity: Entity }) {
  const classes = useStyles();
  const t = useTexts();
  const entityRef = stringifyEntityRef(entity);
  const { value: access, can } = useAccess(entityRef);
  const [isRating, setRating] = useState(false);
  // An answer that was given elsewhere on the page is loaded again.
  const [answers, setAnswers] = useState(0);
  const canRate = can('rate');
  // The team comes for the scores.
  const isTeam = can('replyToScores');
  const satisfaction = useSatisfaction(entityRef);
  const { round } = satisfaction.value ?? {};
  const rate = canRate ? (
    <RateSection key={answers} entityRef={entityRef} />
  ) : (
    access?.isOwn &&
    round && <OwnServiceSection canInvite={can('inviteToRate')} />
  );
  return (
    <div className={classes.layout}>
      {!isTeam && rate}
      <Loaded
        result={satisfaction}
        errorTitle={t('satisfaction.scores.error')}
        height={260}
      >
        {value => (
          <>
            <ScoresSection
              satisfaction={value}
              reliabilityNote={<ReliabilityNote entityRef={entityRef} />}
              action={
                can('inviteToRate') &&
                value.round && (
                  <InviteButton
                    entityRef={entityRef}
                    onInvited={satisfaction.reload}
                  />
                )
              }
            />
            {value.scoresOf && (
              <ReplySection
                entityRef={entityRef}
                roundId={value.scoresOf}
                reply={value.reply}
                canReply={can('replyToScores')}
                onChanged={satisfaction.reload}
              />
            )}
          </>
        )}
      </Loaded>
      {isTeam && rate}
      <div className={classes.columns}>
        <FeedbackSection
          entityRef={entityRef}
          canGive={can('giveFeedback')}
          canManage={can('manageFeedback')}
          anonymous={
            canRate && round
              ? {
                  threshold: round.commentThreshold,
                  start: () => setRating(true),
                }
              : undefined
          }
        />
        <ResearchSection
          entityRef={entityRef}
          canWrite={can('writeResearch')}
        />
      </div>
      {isRating && (
        <RateDialog
          entityRef={entityRef}
          title={entity.metadata.title || entity.metadata.name}
          asFeedback
          onClose={() => setRating(false)}
          onDone={() => setAnswers(count => count + 1)}
        />
      )}
    </div>
  );
}
