import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { Field } from './Field';

/** Whether a text is an absolute http(s) link, or none at all. */
export function isLinkOrEmpty(text: string): boolean {
  return !text.trim() || isWebLink(text.trim());
}

/** Asks for a link, which may be left out. */
export function LinkField(props: {
  readonly label: string;
  readonly help?: string;
  /** What stands there instead of the help while the link is none. */
  readonly badLinkText: string;
  readonly value: string;
  readonly isGood: boolean;
  readonly onChange: (link: string) => void;
}) {
  const { label, help, badLinkText, value, isGood, onChange } = props;
  return (
    <Field
      label={label}
      helperText={isGood ? help : badLinkText}
      error={!isGood}
      value={value}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: 2000 }}
      margin="normal"
      fullWidth
    />
  );
}
