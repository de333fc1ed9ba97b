/** A guide to start from; it covers everything that a guide is asked for. */
export const guideTemplate = `# Contributing

Bug reports, fixes and documentation are welcome, and so are new features that
were talked over in an issue first.

## Building and testing

\`\`\`sh
make build
make test
\`\`\`

## Reviews

Open a pull request. You get a first review within one business day.

## Becoming a reviewer

After five merged changes, offer yourself on the tab Contribute; a maintainer
goes through your first three reviews with you.
`;
