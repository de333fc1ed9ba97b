/** The texts of the room contributing. */
export const contributingTexts = {
  contributing: {
    title: 'How contributing works here',
    error: 'The contribution guide could not be loaded.',
    welcome: 'What is welcome',
    welcomeUnknown:
      'The guide does not say what is welcome in words we recognise. Ask before you start.',
    welcomeUnreadable:
      'The contribution guide could not be read. Ask before you start.',
    welcomeNotRead:
      'The contribution guide is linked below and was not read here. Ask before you start.',
    welcomeNoGuide: 'There is no contribution guide yet. Ask before you start.',
    levelZero: 'This platform is not at a level yet.',
    levelOne:
      'At level 1 the platform team builds it itself, and listens. Talk to them before you write code.',
    levelTwo:
      'At level 2 changes from other teams are welcome, and the platform team reviews them.',
    levelThree:
      'At level 3 people from other teams review, too. You can become one of them.',
    hearBack: 'When you hear back',
    promised: 'Within {{hours}} of business time',
    isDefault: 'default; this platform has not set a promise',
    isOfGuide: 'as the guide says',
    guideIsVague:
      'The guide says “{{sentence}}”, which names no time that could be measured.',
    guidePromises:
      'The guide promises something else, {{hours}} of business time: “{{sentence}}” Times are measured against the promise above.',
    takeOver: {
      how: 'To promise what the guide says, annotate the catalog entry:',
      copy: 'Copy',
      copied: 'Copied. Put it under metadata.annotations.',
      edit: 'Edit the entry',
    },
    actual_one: '{{share}} of {{count}} first review came in time',
    actual_other: '{{share}} of {{count}} first reviews came in time',
    half: 'half of them within {{hours}}',
    noReviews: 'No reviews on record yet.',
    whomToAsk: 'Whom to ask',
    askChannel: 'the support channel',
    askOwners: 'the owners',
    askReviewers_one: 'the reviewer who is available, through the finder below',
    askReviewers_other:
      'one of {{count}} available reviewers, through the finder below',
    guide: {
      title: 'Contribution guide',
      source: 'Open the source',
      none: 'No contribution guide was found.',
      elsewhere:
        'The guide is outside this repository, so it is not shown or read here:',
      otherFormat:
        'The guide is not written in Markdown, so it is not shown or read here:',
      noneHint:
        'A guide that says what is welcome, how to build and test, and how soon a review comes is what turns users into contributors. It was looked for here:',
      noneNowhere:
        'The catalog does not say where the source code is, so there is nowhere to look.',
      error: 'The guide could not be read: {{error}}',
      stale: 'It could not be refreshed; this is how it was {{ago}}: {{error}}',
      copy: 'Copy a template',
      copied: 'Copied. Put it into CONTRIBUTING.md.',
      create: 'Start it on the forge',
      outline: 'On this page',
      questions: {
        contributionTypes: 'What is welcome',
        buildAndTest: 'How to build and test',
        responseTime: 'How soon a review comes',
        becomeReviewer: 'Becoming a reviewer',
      },
      says: 'says',
      missing: 'not found',
      found: 'Line {{line}}: “{{sentence}}”',
      notFound: 'No sentence in the guide says this in words we recognise.',
      correct:
        'Is this wrong? The owners can say it in plainer words, or ask for a waiver on the Maturity tab.',
      more: 'Show all of it',
      less: 'Show less',
    },
  },
} as const;
