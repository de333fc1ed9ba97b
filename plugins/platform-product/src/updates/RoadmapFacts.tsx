import { RoadmapItem } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useFeatureTexts } from '../satisfaction/useFeatureTexts';
import { ExternalLink } from '../shared/ExternalLink';
import { Pill } from '../shared/Pill';
import { RelativeTime } from '../shared/RelativeTime';
import { useTexts } from '../shared/useTexts';
import { RoadmapFeedback } from './RoadmapFeedback';
import { RoadmapText } from './RoadmapText';
import { ScoreMoveText } from './ScoreMoveText';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gap: 'var(--bui-space-2)',
    minWidth: 0,
    '&:empty': { display: 'none' },
  },
  pills: { display: 'flex', flexWrap: 'wrap', gap: 'var(--bui-space-1)' },
});

/** What is known of something on a roadmap, below its title. */
export function RoadmapFacts(props: { readonly item: RoadmapItem }) {
  const { item } = props;
  const { feature, shippedAt, moved, link, text } = item;
  const classes = useStyles();
  const t = useTexts();
  const featureTexts = useFeatureTexts();
  const hasPills = item.isDraft || item.cutsKtlo || (feature && !moved);
  return (
    <div className={classes.facts}>
      {hasPills && (
        <div className={classes.pills}>
          {item.isDraft && <Pill>{t('updates.roadmap.isDraft')}</Pill>}
          {feature && !moved && (
            <Pill isQuiet>
              {t('updates.roadmap.betters', {
                feature: featureTexts(feature).name,
              })}
            </Pill>
          )}
          {item.cutsKtlo && (
            <span title={t('updates.roadmap.ktloHint')}>
              <Pill isQuiet>{t('updates.roadmap.cutsKtlo')}</Pill>
            </span>
          )}
        </div>
      )}
      {shippedAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('updates.roadmap.shippedAt', {
            when: <RelativeTime at={shippedAt} />,
          })}
        </Text>
      )}
      {feature && moved && (
        <Text as="div" variant="body-small">
          <ScoreMoveText feature={feature} moved={moved} />
        </Text>
      )}
      <RoadmapFeedback item={item} />
      {link && (
        <Text as="p" variant="body-small">
          <ExternalLink
            href={link}
            title={t('updates.roadmap.workOf', { title: item.title })}
          >
            {t('updates.roadmap.work')}
          </ExternalLink>
        </Text>
      )}
      {text && <RoadmapText title={item.title} text={text} />}
    </div>
  );
}
