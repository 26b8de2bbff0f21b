import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useFormats } from "../../components/format";
import { Pill } from "../../components/Pill";
import { moved, stated, type Prices } from "./prices";

const SHOWN = 50;

/** Old and new, unit by unit, and how far each moves. */
export function BulkPreview({ preview, per }: { preview: Schemas["BulkPreview"]; per: string }) {
  const { t } = useTranslation("models");
  const { changes } = preview;
  if (!changes.length) return <Text size="sm" className="quiet">{t("bulk.nothing")}</Text>;
  return (
    <div className="plain bulk-preview" role="region" tabIndex={0} aria-label={t("bulk.preview")}>
      <Text size="sm" fw={600} aria-live="polite">{t("bulk.touched", { count: changes.length })}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t("model")}</Table.Th><Table.Th className="numeric">{t("app:unit.input")}</Table.Th><Table.Th className="numeric">{t("app:unit.output")}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.slice(0, SHOWN).map((change) => (
            <Table.Tr key={change.id}>
              <Table.Td><span className="clip">{change.name}</span> {change.after.is_free && <Pill tone="good">{t("show.free")}</Pill>} {change.jumps.length > 0 && <Pill tone="warn">{t("jump")}</Pill>}</Table.Td>
              {(["input", "output"] as const).map((unit) => <Table.Td key={unit} className="numeric"><Move unit={unit} before={change.before.prices} after={change.after.prices} per={per} /></Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {changes.length > SHOWN && <Text size="xs" className="quiet">{t("bulk.more", { count: changes.length - SHOWN })}</Text>}
    </div>
  );
}

interface MoveProps {
  unit: string;
  before: Prices;
  after: Prices;
  per: string;
}

export function Move({ unit, before, after, per }: MoveProps) {
  const { exact, percent } = useFormats();
  const [old, now] = [before[unit], after[unit]];
  const by = moved(old, now);
  const show = (price: string | number | undefined): string => (price === undefined ? "—" : exact(stated(unit, price, per)));
  return (
    <span className="two-lines num">
      <span>{show(old)} → <b>{show(now)}</b></span>
      {by !== undefined && by !== 0 && <small>{by > 0 ? "+" : ""}{percent(by)}</small>}
    </span>
  );
}
