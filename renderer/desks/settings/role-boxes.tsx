import { Checkbox } from 'antd';
import { useText } from '#renderer/ui/language.tsx';
import { ROLES, type Role } from '#shared/domain/roles.ts';

/** The roles as check boxes; a person may have several. */
export function RoleBoxes({
  chosen,
  error,
  onChange,
}: {
  readonly chosen: readonly Role[];
  readonly error?: string | undefined;
  readonly onChange: (roles: Role[]) => void;
}) {
  const text = useText();
  return (
    <fieldset className="choice">
      <legend>{text('settings.roles')}</legend>
      <div className="role-boxes">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={chosen.includes(role)}
            onChange={(event) =>
              onChange(ROLES.filter((other) => (other === role ? event.target.checked : chosen.includes(other))))
            }
          >
            {text(`role.${role}`)}
          </Checkbox>
        ))}
      </div>
      {error === undefined ? null : <div className="field-error">{error}</div>}
    </fieldset>
  );
}
