import { useState } from 'react';
import { ScoresReply } from '@platform-product/backstage-plugin-common';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ExternalLink } from '../shared/ExternalLink';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';
import { ScoresReplyDialog } from './ScoresReplyDialog';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** What the team says to the scores: what it heard, and what it will do. */
export function ReplySection(props: {
  readonly entityRef: string;
  readonly roundId: string;
  readonly reply: ScoresReply | undefined;
  readonly canReply: boolean;
  readonly onChanged: () => void;
}) {
  const { reply, roundId, canReply } = props;
  const classes = useStyles();
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={t('satisfaction.reply.title')}
      action={
        canReply && (
          <Button
            variant={reply ? 'secondary' : 'primary'}
            onPress={() => setOpen(true)}
          >
            {reply
              ? t('satisfaction.reply.change')
              : t('satisfaction.reply.write')}
          </Button>
        )
      }
    >
      {reply ? (
        <>
          <Text as="p" variant="body-large" className={classes.text}>
            {reply.text}
          </Text>
          <Text as="p" color="secondary">
            <Person userRef={reply.by} /> · <RelativeTime at={reply.at} />
            {reply.link && (
              <>
                {' · '}
                <ExternalLink href={reply.link} isInText>
                  {t('satisfaction.reply.more')}
                </ExternalLink>
              </>
            )}
          </Text>
        </>
      ) : (
        <Text as="p" color="secondary">
          {canReply
            ? t('satisfaction.reply.emptyOwner', { round: roundId })
            : t('satisfaction.reply.empty')}
        </Text>
      )}
      {isOpen && (
        <ScoresReplyDialog
          entityRef={props.entityRef}
          roundId={roundId}
          reply={reply}
          onClose={() => setOpen(false)}
          onDone={props.onChanged}
        />
      )}
    </Section>
  );
}
