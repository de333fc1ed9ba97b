/**
 * Has the browser save a text as a file. A spreadsheet knows UTF-8 by a mark at
 * the beginning, which reading an answer as text takes away.
 */
export function saveFile(
  text: string,
  file: { readonly name: string; readonly type: string },
): void {
  const mark = file.type === 'text/csv' ? '\ufeff' : '';
  const content = `${mark}${text.replace(/^\ufeff/, '')}`;
  const url = URL.createObjectURL(new Blob([content], { type: file.type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  anchor.click();
  URL.revokeObjectURL(url);
}
