/** The texts of roadmaps. */
export const roadmapTexts = {
  title: 'Roadmap',
  error: 'The roadmap could not be loaded.',
  empty:
    'Nothing is on its roadmap yet. What its team works on now, next and later stands here, and what it has shipped.',
  emptyOwner:
    'Say here what you work on now, next and later, and which feedback it came from. Who asked for it hears when it ships.',
  elsewhere: 'Its roadmap is kept elsewhere',
  add: 'Add to the roadmap',
  stages: {
    now: 'Now',
    next: 'Next',
    later: 'Later',
    shipped: 'Shipped',
  },
  none: {
    now: 'Nothing is being worked on.',
    next: 'Nothing is next.',
    later: 'Nothing is planned for later.',
    shipped: 'Nothing has shipped yet.',
  },
  howTo:
    'Drag an item by its handle, or by keys: Enter on the handle, Tab to a column, arrows to a place, Enter again. Its menu does the same.',
  drag: 'Drag “{{title}}”',
  isDraft: 'Draft, which only its team sees',
  cutsKtlo: 'Cuts KTLO',
  ktloHint: 'KTLO, “keep the lights on”, is work that leaves it as it is.',
  betters: 'For {{feature}}',
  more: 'More about it',
  work: 'See the work',
  workOf: 'See the work: {{title}}',
  from_one: 'From {{count}} request',
  from_other: 'From {{count}} requests',
  shippedAt: 'Shipped {{when}}',
  moved: {
    up_one:
      '{{feature}} +{{count}} point since {{since}} ({{low}} to {{high}})',
    up_other:
      '{{feature}} +{{count}} points since {{since}} ({{low}} to {{high}})',
    down_one:
      '{{feature}} −{{count}} point since {{since}} ({{low}} to {{high}})',
    down_other:
      '{{feature}} −{{count}} points since {{since}} ({{low}} to {{high}})',
    none: '{{feature}}: no detectable change since {{since}} ({{low}} to {{high}} points)',
    notYet:
      '{{feature}}: whether it has moved shows after the next round of ratings',
    hidden: '{{feature}}: hidden for privacy, since too few have rated it',
    nothingBefore: '{{feature}}: there is no score from before to compare with',
  },
  menu: {
    move: 'Move to…',
    now: 'Move to now',
    next: 'Move to next',
    later: 'Move to later',
    ship: 'Ship…',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove…',
    edit: 'Edit',
  },
  movedTo: '“{{title}}” is in {{stage}} now.',
  placed: '“{{title}}” has moved.',
  draftCantShip:
    '“{{title}}” is a draft. Show it to everybody before you ship it.',
  write: {
    title: 'Add to the roadmap',
    titleEdit: 'Edit “{{title}}”',
    intro: 'Say what its users will have from it.',
    what: 'What is it?',
    text: 'More about it',
    textHelp: 'Markdown works here.',
    stage: 'When?',
    feature: 'Which rating should it better?',
    noFeature: 'None of them',
    feedback: 'Which feedback does it come from?',
    feedbackError: 'The feedback could not be loaded.',
    link: 'Link to the work',
    badLink: 'Write an https link, such as https://github.com/…',
    cutsKtlo: 'It cuts KTLO, work that leaves the service as it is',
    isDraft: 'Keep it a draft, which only its team sees',
    add: 'Add',
    save: 'Save',
    added: 'It is on the roadmap.',
    saved: 'Saved.',
  },
  ship: {
    title: 'Ship “{{title}}”?',
    intro_one:
      '{{count}} person asked for it and is told now, once. The feedback that it came from is marked as done.',
    intro_other:
      '{{count}} people asked for it and are told now, once. The feedback that it came from is marked as done.',
    introNobody:
      'Nobody is told: nobody else asked for it, or they were told before.',
    ship: 'Ship it',
    done: 'Shipped.',
    post: '“{{title}}” has shipped. Tell all your users what they have from it.',
    write: 'Write a post about it',
    thanks: 'Thank you to all who asked for it.',
  },
  remove: {
    title: 'Remove “{{title}}”?',
    intro:
      'It is gone for good, with its place on the roadmap and what it was traced to. Feedback stays.',
    remove: 'Remove',
    done: 'Removed.',
  },
} as const;
