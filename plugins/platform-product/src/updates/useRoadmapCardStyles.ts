import { makeStyles } from '@material-ui/core/styles';

/** How cards of a roadmap look, whether they can be dragged or not. */
export const useRoadmapCardStyles = makeStyles({
  list: {
    display: 'grid',
    alignContent: 'start',
    gap: 'var(--bui-space-3)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    minHeight: 48,
    flexGrow: 1,
    outline: 'none',
    '&[data-drop-target]': {
      outline: '2px dashed var(--bui-ring)',
      outlineOffset: 4,
      borderRadius: 'var(--bui-radius-2)',
    },
    // Where a card would be put.
    '& .react-aria-DropIndicator[data-drop-target]': {
      outline: '1px solid var(--bui-ring)',
    },
  },
  card: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    padding: 'var(--bui-space-3)',
    border: '1px solid var(--bui-border-1)',
    borderRadius: 'var(--bui-radius-2)',
    background: 'var(--bui-bg-app)',
    outline: 'none',
    '&[data-focus-visible], &:focus-visible': {
      outline: '2px solid var(--bui-ring)',
    },
    '&[data-dragging]': { opacity: 0.5 },
  },
  handle: {
    all: 'unset',
    display: 'inline-flex',
    marginInlineStart: -6,
    cursor: 'grab',
    color: 'var(--bui-fg-secondary)',
    borderRadius: 'var(--bui-radius-1)',
    '&[data-focus-visible]': { outline: '2px solid var(--bui-ring)' },
    '& svg': { fontSize: '1.25rem' },
  },
});
