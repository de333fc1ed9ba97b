import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { NoticeAnswer } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { Person } from '../shared/Person';
import { RelativeTime } from '../shared/RelativeTime';
import { Table } from '../shared/Table';
import { useTexts } from '../shared/useTexts';

/** What a notice reaches, by which way, and what its owners say. */
export function NoticeAnswersTable(props: {
  readonly items: readonly NoticeAnswer[];
}) {
  const t = useTexts();
  return (
    <Table>
      <thead>
        <tr>
          <th>{t('updates.answers.entity')}</th>
          <th>{t('updates.answers.path')}</th>
          <th>{t('updates.answers.owners')}</th>
          <th>{t('updates.answers.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map(item => (
          <tr key={item.entityRef}>
            <th scope="row">
              <EntityRefLink entityRef={item.entityRef} hideIcon />
            </th>
            <td>
              {item.path.map(ref => parseEntityRef(ref).name).join(' → ')}
            </td>
            <td>
              {item.owners.map(owner => (
                <div key={owner}>
                  <EntityRefLink entityRef={owner} hideIcon />
                </div>
              ))}
            </td>
            <td>
              <Answer item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Answer({ item }: { readonly item: NoticeAnswer }) {
  const t = useTexts();
  const { answer, note, by, at } = item;
  if (!answer) {
    return (
      <>
        {item.isSpared
          ? t('updates.answers.spared')
          : t('updates.answers.waiting')}
      </>
    );
  }
  return (
    <>
      <strong>{t(`updates.waiting.answers.${answer}`)}</strong>
      {note && <Text as="p">{note}</Text>}
      {by && at && (
        <Text as="p" variant="body-small" color="secondary">
          <Person userRef={by} /> · <RelativeTime at={at} />
        </Text>
      )}
    </>
  );
}
