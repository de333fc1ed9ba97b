/** The texts of the room updates. */
export const updatesTexts = {
  updates: {
    follow: {
      title: 'Followers',
      followers_one: '{{count}} person follows it',
      followers_other: '{{count}} people follow it',
      nobody: 'Nobody follows it yet.',
      follow: 'Follow',
      following: 'Following',
      hint: 'You will be notified when a rating is wanted. Others see how many people follow, not who.',
      done: 'You now follow it.',
      undone: 'You no longer follow it.',
      error: 'The followers could not be counted.',
    },
  },
} as const;
