/** The texts that no room has to itself. */
export const sharedTexts = {
  shared: {
    loading: 'Loading',
    retry: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    errorStillWorks: 'The rest of this page works as usual.',
    actions: 'Actions',
    inNumbers: 'The same in numbers',
    required: 'Required',
    choose: 'Choose one',
    any: 'Any',
    search: 'Search',
    range: '{{shown}} of {{total}}',
    firstPage: 'First page',
    nextPage: 'Next page',
    shownOf: '{{shown}} of {{total}} are shown.',
    showMore: 'Show more',
  },
} as const;
