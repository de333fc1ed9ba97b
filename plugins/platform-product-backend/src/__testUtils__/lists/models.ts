import {
  attendanceList,
  comingOccurrences,
  eventList,
  occurrenceList,
} from './eventLists';
import { feedbackList } from './feedbackList';
import { home } from './home';
import { levelHistory } from './levelHistory';
import { ListModel } from './ListModel';
import { concerningNotices, noticeAnswerList, noticeList } from './noticeLists';
import { portfolioList } from './portfolioList';
import { portfolioSummary } from './portfolioSummary';
import { newPostList, postList } from './postLists';
import { researchList } from './researchList';
import { myReviews, reviewerList, rosterList } from './reviewerLists';
import { roadmapList } from './roadmapList';
import { rollUpList } from './rollUpList';
import { allWaivers, waiverList } from './waiverList';

/** A model of every list of the API. */
export const models: readonly ListModel[] = [
  portfolioList,
  portfolioSummary,
  levelHistory,
  waiverList,
  allWaivers,
  feedbackList,
  researchList,
  rollUpList,
  reviewerList,
  rosterList,
  myReviews,
  noticeList,
  noticeAnswerList,
  concerningNotices,
  postList,
  newPostList,
  eventList,
  occurrenceList,
  comingOccurrences,
  attendanceList,
  roadmapList,
  home,
];
