import Typography from '@material-ui/core/Typography';
import { Section } from '../shared/Section';
import { useTexts } from '../shared/useTexts';

/** Says to the team of a service why it does not rate it, and who does. */
export function OwnServiceSection(props: { readonly canInvite: boolean }) {
  const t = useTexts();
  return (
    <Section title={t('rating.own.title')}>
      <Typography variant="body2">{t('rating.own.why')}</Typography>
      <Typography variant="body2" color="textSecondary">
        {props.canInvite ? t('rating.own.invite') : t('rating.own.ask')}
      </Typography>
    </Section>
  );
}
