import { ReviewRequest } from '@platform-product/backstage-plugin-common';
import { Text } from '@backstage/ui';
import { ReviewRequestItem } from './ReviewRequestItem';

/** Requests for reviews, seen by the reviewer or by who asked. */
export function ReviewRequestList(props: {
  readonly requests: readonly ReviewRequest[];
  readonly seenBy: 'reviewer' | 'requester';
  /** Id of the request that a notification led to. */
  readonly chosen: string | undefined;
  readonly emptyText: string;
  readonly onChanged: () => void;
}) {
  const { requests, seenBy, chosen, onChanged } = props;
  if (!requests.length) {
    return (
      <Text as="p" color="secondary">
        {props.emptyText}
      </Text>
    );
  }
  return (
    <>
      {requests.map(request => (
        <ReviewRequestItem
          key={request.id}
          request={request}
          seenBy={seenBy}
          isChosen={request.id === chosen}
          onChanged={onChanged}
        />
      ))}
    </>
  );
}
