import { TextField as BuiTextField } from '@backstage/ui';
import { FieldProps, useFieldProps } from './useFieldProps';

/** Asks for a line of text. */
export function TextField(props: FieldProps) {
  return <BuiTextField {...useFieldProps(props)} size="small" />;
}
