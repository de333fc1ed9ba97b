import { ReactElement } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';
import { platformProductApiRef } from '../api/platformProductApiRef';
import { Answers, answerWith } from './answerWith';

/** Where the app is. */
let location: { readonly pathname: string; readonly search: string };

function Location() {
  location = useLocation();
  return null;
}

/** What the address asks for, decoded. */
export const addressed = () => decodeURIComponent(location.search);

type TestAppOptions = NonNullable<Parameters<typeof renderInTestApp>[1]>;

/** Shows something in an app whose backend answers so; gives the API's call. */
export function renderWithApi(
  element: ReactElement,
  answers: Answers,
  options: {
    /** The address at which the app starts. */
    readonly route?: string;
    readonly apis?: TestAppOptions['apis'];
    readonly config?: TestAppOptions['config'];
  } = {},
) {
  const { route = '/', apis = [], config } = options;
  const call = answerWith(answers);
  renderInTestApp(
    <>
      {element}
      <Location />
    </>,
    {
      apis: [[platformProductApiRef, { call } as never], ...apis],
      config,
      initialRouteEntries: [route],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return call;
}
