import { Notice } from '@platform-product/backstage-plugin-common';
import { useTexts } from '../shared/useTexts';
import { NoticeTemplate } from './noticeForm';

/** The words that each kind of notice begins with. */
export function useNoticeTemplate() {
  const t = useTexts();
  return (kind: Notice['kind']): NoticeTemplate => ({
    title: t(`updates.write.templates.${kind}.title`),
    whatToDo: t(`updates.write.templates.${kind}.whatToDo`),
  });
}
