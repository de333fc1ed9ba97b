import { parseEntityRef } from '@backstage/catalog-model';
import { NoticePreview } from '@platform-product/backstage-plugin-common';
import { noticeDraftSchema } from '@platform-product/backstage-plugin-common/rules';
import { Button, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { BodyOf } from '../api/BodyOf';
import { describeError } from '../shared/describeError';
import { Fold } from '../shared/Fold';
import { Message } from '../shared/Message';
import { SelectField } from '../shared/SelectField';
import { useTexts } from '../shared/useTexts';
import { useNoticePreview } from './useNoticePreview';

const useStyles = makeStyles(theme => ({
  told: {
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1, 1.5),
    borderLeft: '2px solid var(--bui-border-1)',
    overflowWrap: 'anywhere',
  },
}));

const nameOf = (ref: string) => parseEntityRef(ref).name;

/** Whom the notice will reach, and what the owners of any of these will be told. */
export function NoticePreviewFold(props: {
  readonly entityRef: string;
  readonly notice: BodyOf<'draftNotice'>;
}) {
  const { entityRef, notice } = props;
  const t = useTexts();
  const [{ value, error, loading }, show] = useNoticePreview(entityRef);
  const canShow = noticeDraftSchema.safeParse(notice).success;
  return (
    <Fold title={t('updates.preview.title')}>
      <Button
        variant="secondary"
        isDisabled={!canShow}
        isPending={loading}
        onPress={() => show(notice, value?.entityRef)}
      >
        {value ? t('updates.preview.again') : t('updates.preview.show')}
      </Button>
      {error && (
        <Message status="danger" title={t('updates.preview.error')}>
          {describeError(error)}
        </Message>
      )}
      {value && <Preview preview={value} onChoose={ref => show(notice, ref)} />}
    </Fold>
  );
}

function Preview(props: {
  readonly preview: NoticePreview;
  readonly onChoose: (entityRef: string) => void;
}) {
  const { preview, onChoose } = props;
  const { entities, choices, entityRef, path, people } = preview;
  const classes = useStyles();
  const t = useTexts();
  return (
    <>
      <Text as="p" role="status">
        {entities
          ? t('updates.preview.reaches', { count: entities })
          : t('updates.preview.none')}
      </Text>
      {entityRef && (
        <>
          <SelectField
            label={t('updates.preview.of')}
            value={entityRef}
            options={[...new Set([entityRef, ...choices])].map(ref => ({
              value: ref,
              label: nameOf(ref),
            }))}
            onChange={onChoose}
          />
          <Text as="p" color="secondary">
            {t('updates.preview.people', { count: people })}{' '}
            {t('updates.preview.path', { path: path.map(nameOf).join(' → ') })}
          </Text>
        </>
      )}
      <div className={classes.told}>
        <Text as="p" weight="bold">
          {preview.title}
        </Text>
        <Text as="p">{preview.description}</Text>
      </div>
    </>
  );
}
