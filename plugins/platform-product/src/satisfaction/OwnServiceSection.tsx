import { Text } from '@backstage/ui';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';

/** Says to the team of a service why it does not rate it, and who does. */
export function OwnServiceSection(props: { readonly canInvite: boolean }) {
  const t = useTexts();
  return (
    <Section title={t('satisfaction.rating.own.title')}>
      <Text as="p">{t('satisfaction.rating.own.why')}</Text>
      <Text as="p" color="secondary">
        {props.canInvite
          ? t('satisfaction.rating.own.invite')
          : t('satisfaction.rating.own.ask')}
      </Text>
    </Section>
  );
}
