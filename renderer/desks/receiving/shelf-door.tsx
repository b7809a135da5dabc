import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { SHELVES } from './shelf-section.tsx';

/** The way from the parcels to the shelves. */
export function ShelfDoor() {
  const text = useText();
  const { open } = useNavigation();
  const go = (): void => open(SHELVES);
  useKeys([{ combo: 'G', label: text('shelf.toShelves'), run: go }]);
  return (
    <ActionButton combo="G" onPress={go}>
      {text('shelf.toShelves')}
    </ActionButton>
  );
}
