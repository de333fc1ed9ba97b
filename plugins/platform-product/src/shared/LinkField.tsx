import { isWebLink } from '@platform-product/backstage-plugin-common/rules';
import { TextField } from './TextField';

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
    <TextField
      label={label}
      help={help}
      problem={isGood ? undefined : badLinkText}
      value={value}
      onChange={onChange}
      maxLength={2000}
    />
  );
}
