import { ReactNode, useId, useRef } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { readableInDark } from './readableInDark';
import { useKeptFocus } from './useKeptFocus';

const useStyles = makeStyles({
  card: readableInDark,
  // What has no text component of its own looks like what has one.
  content: {
    font: 'var(--bui-font-weight-regular) var(--bui-font-size-3) / 1.4 var(--bui-font-regular)',
  },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  // With a button in it, no higher than without one.
  action: { flexShrink: 0, marginBlock: -2 },
});

/** A titled part of a page, found by its heading. */
export function Section(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const classes = useStyles();
  const id = useId();
  const part = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(part, heading);
  return (
    <Card
      ref={part}
      role="region"
      aria-labelledby={id}
      className={classes.card}
    >
      <CardHeader>
        <Flex justify="between" align="center" gap="3">
          <Text
            as="h2"
            ref={heading}
            id={id}
            tabIndex={-1}
            variant="title-x-small"
            weight="bold"
            className={classes.title}
          >
            {props.title}
          </Text>
          {props.action && <div className={classes.action}>{props.action}</div>}
        </Flex>
      </CardHeader>
      <CardBody className={classes.content}>{props.children}</CardBody>
    </Card>
  );
}
