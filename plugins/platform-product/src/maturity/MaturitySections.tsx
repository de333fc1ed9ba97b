import { Access, Maturity } from '@platform-product/backstage-plugin-common';
import { CriteriaSection } from './CriteriaSection';
import { LevelSection } from './LevelSection';
import { NextLevelSection } from './NextLevelSection';

/** The level, what the next one needs, and all criteria. */
export function MaturitySections(props: {
  readonly maturity: Maturity;
  readonly access: Access | undefined;
  readonly isPast: boolean;
  readonly owners: readonly string[];
  readonly onChanged: () => void;
}) {
  const { maturity, access, isPast, owners, onChanged } = props;
  return (
    <>
      <LevelSection maturity={maturity} access={access} onChanged={onChanged} />
      {!isPast && (
        <NextLevelSection
          maturity={maturity}
          access={access}
          owners={owners}
          onChanged={onChanged}
        />
      )}
      <CriteriaSection
        maturity={maturity}
        listedAbove={isPast ? undefined : maturity.level + 1}
        access={access}
        onChanged={onChanged}
      />
    </>
  );
}
