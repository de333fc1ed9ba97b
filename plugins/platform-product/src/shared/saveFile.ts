/** Has the browser save a text as a file. */
export function saveFile(
  text: string,
  file: { readonly name: string; readonly type: string },
): void {
  const url = URL.createObjectURL(new Blob([text], { type: file.type }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  anchor.click();
  URL.revokeObjectURL(url);
}
