import { Button, Group, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Credits, When } from "../../components/Amount";
import { LimitsDialog } from "../../components/LimitsDialog";
import { Pill } from "../../components/Pill";
import type { Account } from "./types";

/** What the balance is made of, what is reserved, and what limits it. */
export function Lots({ account }: { account: Account }) {
  const { t } = useTranslation("users");
  const [editing, edit] = useState(false);
  return (
    <div className="columns">
      <section className="card pad">
        <h2 className="card-title">{t("lots.title")}</h2>
        {account.lots.length === 0 && <Text size="sm" className="quiet">{t("lots.none")}</Text>}
        {account.lots.length > 0 && (
          <Plain heads={[t("lots.source"), t("lots.left"), t("lots.of"), t("lots.expires")]} numeric={[1, 2]}>
            {account.lots.map((lot) => [<Pill key="s">{t(`source.${lot.source}`)}</Pill>, <Credits key="r" value={lot.remaining} />, <Credits key="a" value={lot.amount} />, lot.expires_at ? <When key="e" at={lot.expires_at} /> : t("lots.never")])}
          </Plain>
        )}
      </section>
      <section className="card pad">
        <h2 className="card-title">{t("holds.title")}</h2>
        {account.holds.length === 0 && <Text size="sm" className="quiet">{t("holds.none")}</Text>}
        {account.holds.length > 0 && (
          <Plain heads={[t("holds.model"), t("holds.amount"), t("holds.until")]} numeric={[1]}>
            {account.holds.map((hold) => [hold.model_id, <Credits key="a" value={hold.amount} />, <When key="u" at={hold.expires_at} />])}
          </Plain>
        )}
      </section>
      <section className="card pad">
        <Group justify="space-between" align="baseline" wrap="nowrap">
          <h2 className="card-title">{t("limits.title")}</h2>
          <Button size="compact-xs" variant="default" onClick={() => edit(true)}>{t("app:limit.edit")}</Button>
        </Group>
        {account.limits.length === 0 && <Text size="sm" className="quiet">{t("limits.none")}</Text>}
        {account.limits.length > 0 && (
          <Plain heads={[t("limits.what"), t("limits.used"), t("limits.cap"), t("limits.frees")]} numeric={[1, 2]}>
            {account.limits.map((limit) => [`${t(`metric.${limit.metric}`, limit.metric)} / ${t(`per.${limit.per}`, limit.per)}${limit.model_id ? ` · ${limit.model_id}` : ""}`, <Credits key="u" value={limit.used} />, <Credits key="c" value={limit.cap} />, <When key="f" at={limit.frees_at} />])}
          </Plain>
        )}
      </section>
      {editing && <LimitsDialog whose={{ scope: "user", subject: account.id, name: account.name || account.id }} onClose={() => edit(false)} />}
    </div>
  );
}

/** A small table that is whole: nothing to search, sort or page. */
export function Plain({ heads, numeric, children }: { heads: string[]; numeric: number[]; children: React.ReactNode[][] }) {
  const kind = (index: number): string => (numeric.includes(index) ? "numeric" : "");
  return (
    <div className="plain" role="region" aria-label={heads.join(", ")} tabIndex={0}>
      <Table verticalSpacing={6}>
        <Table.Thead><Table.Tr>{heads.map((head, index) => <Table.Th key={head} className={kind(index)}>{head}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {children.map((cells, row) => <Table.Tr key={row}>{cells.map((cell, index) => <Table.Td key={heads[index]} className={kind(index)}>{cell}</Table.Td>)}</Table.Tr>)}
        </Table.Tbody>
      </Table>
    </div>
  );
}
