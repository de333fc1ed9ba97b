import { Entity } from '@backstage/catalog-model';
import { productFactsOf } from '@platform-product/backstage-plugin-common/rules';
import { Text } from '@backstage/ui';
import { ExternalLink } from '../shared/ExternalLink';
import { useTexts } from '../shared/useTexts';

/** What a roadmap is for, and where it is kept instead, if the catalog knows that. */
export function RoadmapEmpty(props: {
  readonly entity: Entity;
  readonly canWrite: boolean;
}) {
  const { entity, canWrite } = props;
  const t = useTexts();
  const { roadmap } = productFactsOf(entity);
  return (
    <>
      <Text as="p" color="secondary">
        {canWrite
          ? t('updates.roadmap.emptyOwner')
          : t('updates.roadmap.empty')}
      </Text>
      {roadmap && (
        <Text as="p">
          <ExternalLink href={roadmap}>
            {t('updates.roadmap.elsewhere')}
          </ExternalLink>
        </Text>
      )}
    </>
  );
}
