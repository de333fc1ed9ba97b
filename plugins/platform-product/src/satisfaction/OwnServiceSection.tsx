import { Text } from '@backstage/ui';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';

/** Says to the team of a service why it does not rate it, and who does. */
export function OwnServiceSection(props: { readonly canInvite: boolean }) {
  const t = useTexts();
  return (
    <Section title={t('rating.own.title')}>
      <Text as="p">{t('rating.own.why')}</Text>
      <Text as="p" color="secondary">
        {props.canInvite ? t('rating.own.invite') : t('rating.own.ask')}
      </Text>
    </Section>
  );
}
