import { ReactNode, useId } from 'react';
import Card from '@material-ui/core/Card';
import CardContent from '@material-ui/core/CardContent';
import CardHeader from '@material-ui/core/CardHeader';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  header: { paddingBottom: 0 },
  action: { marginTop: 0, marginRight: 0, alignSelf: 'center' },
  content: {
    overflowX: 'auto',
    '&:last-child': { paddingBottom: theme.spacing(2) },
  },
}));

/** A titled part of a page, found by its heading. */
export function Section(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <CardHeader
        classes={{ root: classes.header, action: classes.action }}
        disableTypography
        title={
          <Typography variant="h6" component="h2" id={id}>
            {props.title}
          </Typography>
        }
        action={props.action}
      />
      <CardContent className={classes.content}>{props.children}</CardContent>
    </Card>
  );
}
