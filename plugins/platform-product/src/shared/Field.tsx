import { useId } from 'react';
import TextField, { TextFieldProps } from '@material-ui/core/TextField';

/** A text field whose label belongs to it, which takes an id. */
export function Field(props: TextFieldProps) {
  const id = useId();
  return <TextField id={id} {...props} />;
}
