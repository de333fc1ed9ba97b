import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import StairsIcon from '@material-ui/icons/SignalCellularAlt';
import { useTexts } from '../shared/useTexts';
import { useWaitingCount } from './useWaitingCount';

const most = 99;

const useStyles = makeStyles({
  icon: { position: 'relative', display: 'inline-flex' },
  // A page's own heading, which takes the same icon, has no room for it.
  count: {
    display: 'none',
    'nav &': { display: 'block' },
    position: 'absolute',
    top: -6,
    left: '60%',
    minWidth: 16,
    height: 16,
    padding: '0 4px',
    boxSizing: 'border-box',
    borderRadius: 8,
    background: '#c62828',
    color: '#fff',
    font: 'bold 10px/16px var(--bui-font-regular)',
    textAlign: 'center',
  },
});

/**
 * The icon of the suite, with the number of things that wait for the reader; for a
 * navigation.
 *
 * @public
 */
export function PlatformsIcon() {
  const classes = useStyles();
  const t = useTexts();
  const count = useWaitingCount();
  const text = count ? t('portfolio.waiting.count', { count }) : undefined;
  const icon = useRef<HTMLSpanElement>(null);
  // The link around it has a name of its own, which hides what is in it.
  useEffect(() => {
    const link = icon.current?.closest('a');
    if (!link || !text) return undefined;
    link.setAttribute('aria-description', text);
    return () => link.removeAttribute('aria-description');
  }, [text]);
  return (
    <span ref={icon} className={classes.icon}>
      <StairsIcon fontSize="inherit" aria-hidden />
      {Boolean(count) && (
        <span className={classes.count} role="img" aria-label={text}>
          {count! > most ? `${most}+` : count}
        </span>
      )}
    </span>
  );
}
