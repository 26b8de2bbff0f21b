import { Button, Table, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { usePermission } from "../../app/session";
import { Count, Credits, When } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { MoneyDialog, type Change } from "../../components/MoneyDialog";
import { Pill } from "../../components/Pill";
import "../../components/table/table.css";

/** Allowances of the running period, and giving them again. */
export function Resets() {
  const { t } = useTranslation("settings");
  const mayReset = usePermission("money");
  const [forcing, setForcing] = useState(false);
  const status = useQuery({ queryKey: ["reset-status"], queryFn: () => call(api.GET("/api/reset/status")) });
  const data = status.data;
  return (
    <section className="card pad">
      <h2 className="card-title">{t("reset.title")} {data && <Pill tone={data.needs_reset ? "warn" : "good"}>{data.needs_reset ? t("reset.due") : t("reset.given", { period: data.period })}</Pill>}</h2>
      {status.isPending && <Loading />}
      {status.error && <ErrorNotice error={status.error} onRetry={() => void status.refetch()} />}
      {data && data.reset_history.length > 0 && (
        <div className="plain" role="region" tabIndex={0} aria-label={t("reset.title")}>
          <Table>
            <Table.Thead><Table.Tr><Table.Th>{t("reset.at")}</Table.Th><Table.Th>{t("reset.type")}</Table.Th><Table.Th className="numeric">{t("reset.users")}</Table.Th><Table.Th className="numeric">{t("reset.credits")}</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {data.reset_history.map((run) => (
                <Table.Tr key={run.id}>
                  <Table.Td><When at={run.reset_timestamp} /> {run.error_message && <small className="minus">{run.error_message}</small>}</Table.Td>
                  <Table.Td>{t(`reset.kind.${run.reset_type}`, run.reset_type)}</Table.Td>
                  <Table.Td className="numeric"><Count value={run.users_affected} /></Table.Td>
                  <Table.Td className="numeric"><Credits value={run.total_credits_reset} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {mayReset && data && <Button mt="sm" size="xs" variant="default" onClick={() => setForcing(true)}>{t("reset.force")}</Button>}
      {forcing && <ForceDialog onClose={() => setForcing(false)} />}
    </section>
  );
}

function ForceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("settings");
  const [typed, setTyped] = useState("");
  const send = ({ reason }: Change) => call(api.POST("/api/reset/manual", { params: { query: { force: true, reason } } }));
  return (
    <MoneyDialog opened danger onClose={onClose} title={t("reset.force")} submit={t("reset.force")} send={send} ready={typed === "YES"}>
      <Text size="sm">{t("reset.forceText")}</Text>
      <TextInput label={t("reset.typeYes")} required autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
    </MoneyDialog>
  );
}
