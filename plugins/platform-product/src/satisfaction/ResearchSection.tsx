import { useState } from 'react';
import { ResearchList } from '@platform-product/backstage-plugin-common';
import { researchKinds } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Intro } from '../shared/Intro';
import { Loaded } from '../shared/Loaded';
import { Section } from '../shared/Section';
import { ShowMore } from '../shared/ShowMore';
import { useTexts } from '../shared/useTexts';
import { AddResearchDialog } from './AddResearchDialog';
import { ResearchEntry } from './ResearchEntry';
import { useResearch } from './useResearch';

const pageSize = 10;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** How the team listens besides asking for ratings. */
export function ResearchSection(props: {
  readonly entityRef: string;
  readonly canWrite: boolean;
}) {
  const { entityRef, canWrite } = props;
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState(pageSize);
  const research = useResearch(entityRef, count);
  return (
    <Loaded
      result={research}
      errorTitle={t('satisfaction.research.error')}
      height={160}
    >
      {log => (
        <Section
          title={t('satisfaction.research.title')}
          action={
            canWrite && (
              <Button variant="secondary" onPress={() => setOpen(true)}>
                {t('satisfaction.research.add')}
              </Button>
            )
          }
        >
          {log.items.length > 0 ? (
            <Log
              log={log}
              onRemoved={canWrite ? research.reload : undefined}
              onMore={() => setCount(shown => shown + pageSize)}
            />
          ) : (
            <Text as="p" color="secondary">
              {canWrite
                ? t('satisfaction.research.emptyOwner')
                : t('satisfaction.research.empty')}
            </Text>
          )}
          {isOpen && (
            <AddResearchDialog
              entityRef={entityRef}
              onClose={() => setOpen(false)}
              onDone={research.reload}
            />
          )}
        </Section>
      )}
    </Loaded>
  );
}

function Log(props: {
  readonly log: ResearchList;
  readonly onRemoved?: () => void;
  readonly onMore: () => void;
}) {
  const { items, totalItems, recent } = props.log;
  const classes = useStyles();
  const t = useTexts();
  const kinds = researchKinds.flatMap(kind =>
    recent[kind]
      ? [`${t(`satisfaction.research.kinds.${kind}`)} ${recent[kind]}`]
      : [],
  );
  return (
    <>
      <Intro>
        {kinds.length
          ? t('satisfaction.research.recent', { kinds: kinds.join(' · ') })
          : t('satisfaction.research.recentNone')}
      </Intro>
      <ul className={classes.list}>
        {items.map(entry => (
          <ResearchEntry
            key={entry.id}
            entry={entry}
            onRemoved={props.onRemoved}
          />
        ))}
      </ul>
      <ShowMore shown={items.length} total={totalItems} onMore={props.onMore} />
    </>
  );
}
