import { useTranslation } from "react-i18next";
import { Pill, type Tone } from "../../components/Pill";

const TONES: Record<string, Tone> = { open: "good", suspended: "warn", closed: "plain" };
const SHOWN = 3;

export function StatusPill({ status }: { status: string }) {
  const { t } = useTranslation();
  return <Pill tone={TONES[status]}>{t(`kind.${status}`)}</Pill>;
}

/** The groups of a user; everybody's default one is not worth the place. */
export function GroupPills({ groups }: { groups: readonly { id: string; name: string; is_system_group: boolean }[] }) {
  const own = groups.filter((group) => !group.is_system_group);
  if (!own.length) return <span className="quiet">—</span>;
  return (
    <span className="pills" title={own.map((group) => group.name).join(", ")}>
      {own.slice(0, SHOWN).map((group) => <Pill key={group.id}>{group.name}</Pill>)}
      {own.length > SHOWN && <Pill>+{own.length - SHOWN}</Pill>}
    </span>
  );
}
