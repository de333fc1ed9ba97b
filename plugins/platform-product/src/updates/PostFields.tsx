import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  postAudiences,
  postInputSchema,
} from '@platform-product/backstage-plugin-common/rules';
import { Checkbox } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Fold } from '../shared/Fold';
import { NativeField } from '../shared/NativeField';
import { SelectField } from '../shared/SelectField';
import { TextArea } from '../shared/TextArea';
import { TextField } from '../shared/TextField';
import { useTexts } from '../shared/useTexts';
import { WrittenText } from '../shared/WrittenText';
import { PostForm, toPostBody } from './postForm';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(2),
    alignItems: 'end',
  },
}));

/** What a post asks for. */
export function PostFields(props: {
  readonly form: PostForm;
  /** Whether it is still open when it comes out. */
  readonly hasDate: boolean;
  readonly onChange: (form: PostForm) => void;
}) {
  const { form, hasDate, onChange } = props;
  const classes = useStyles();
  const t = useTexts();
  const hasAnnouncements = useApi(configApiRef).getOptionalBoolean(
    'platformProduct.updates.announcements',
  );
  const set = (change: Partial<PostForm>) => onChange({ ...form, ...change });
  const wrong = postInputSchema.safeParse(toPostBody(form, undefined)).error;
  const hasBadTags = wrong?.issues.some(
    ({ path: [field] }) => field === 'tags',
  );
  return (
    <>
      <TextField
        label={t('updates.posts.dialog.titleField')}
        help={t('updates.posts.dialog.titleHelp')}
        value={form.title}
        isRequired
        maxLength={200}
        onChange={title => set({ title })}
      />
      <TextArea
        label={t('updates.posts.dialog.text')}
        help={t('updates.posts.dialog.textHelp')}
        rows={6}
        value={form.text}
        isRequired
        maxLength={20_000}
        onChange={text => set({ text })}
      />
      {form.text.trim() && (
        <Fold title={t('updates.posts.dialog.preview')}>
          <WrittenText text={form.text} />
        </Fold>
      )}
      <div className={classes.row}>
        <TextField
          label={t('updates.posts.dialog.tags')}
          help={t('updates.posts.dialog.tagsHelp')}
          problem={hasBadTags ? t('updates.posts.dialog.badTags') : undefined}
          value={form.tags}
          maxLength={420}
          onChange={tags => set({ tags })}
        />
        <SelectField
          label={t('updates.posts.dialog.audience')}
          value={form.audience}
          options={postAudiences.map(value => ({
            value,
            label: t(`updates.posts.audiences.${value}`),
          }))}
          onChange={audience => set({ audience })}
        />
        {hasDate && (
          <NativeField
            type="datetime-local"
            label={t('updates.posts.dialog.when')}
            help={t('updates.posts.dialog.whenHelp')}
            value={form.publishAt}
            onChange={publishAt => set({ publishAt })}
          />
        )}
      </div>
      {hasAnnouncements && form.audience === 'everybody' && (
        <Checkbox
          isSelected={form.isAnnounced}
          onChange={isAnnounced => set({ isAnnounced })}
        >
          {t('updates.posts.dialog.announce')}
        </Checkbox>
      )}
    </>
  );
}
