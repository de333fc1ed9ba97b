import { useId } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  entityParamsOf,
  MyAnswer,
} from '@platform-product/backstage-plugin-common';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Button } from '../shared/Button';
import { Loaded } from '../shared/Loaded';
import { useLoaded } from '../shared/useLoaded';
import { useTexts } from '../shared/useTexts';
import { OwnRatingPanel } from './OwnRatingPanel';
import { useOwnRating } from './useOwnRating';

/** Asks the reader how a service is for them, wherever they are. */
export function RateDialog(props: {
  readonly entityRef: string;
  /** Name of the service. */
  readonly title: string;
  /** Whether it is about a comment that is listed as feedback. */
  readonly asFeedback?: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entityRef, title, asFeedback, onClose, onDone } = props;
  const t = useTexts();
  const id = useId();
  const api = useApi(platformProductApiRef);
  const mine = useLoaded(
    () => api.call('getMyAnswer', { params: entityParamsOf(entityRef) }),
    [api, entityRef],
  );
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id}>{t('rating.titleOf', { title })}</DialogTitle>
      <DialogContent>
        <Loaded result={mine} errorTitle={t('rating.error')} height={320}>
          {value => (
            <Rate
              entityRef={entityRef}
              loaded={value}
              asFeedback={asFeedback}
              onKept={() => {
                onClose();
                onDone();
              }}
            />
          )}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shared.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Rate(props: {
  readonly entityRef: string;
  readonly loaded: MyAnswer;
  readonly asFeedback?: boolean;
  readonly onKept: () => void;
}) {
  const { entityRef, loaded, asFeedback, onKept } = props;
  const rating = useOwnRating(entityRef, loaded, {
    isChanging: asFeedback,
    onKept,
  });
  return <OwnRatingPanel rating={rating} asFeedback={asFeedback} />;
}
