import { Checkbox, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { Credits } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Loading } from "../../components/Loading";
import { MoneyDialog } from "../../components/MoneyDialog";

const SHOWN = 12;

/** Gives this period's members what changed defaults would have given, after showing to whom. */
export function AllowanceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("groups");
  const [lower, setLower] = useState(false);
  const preview = useQuery({ queryKey: ["allowances"], queryFn: () => call(api.GET("/api/ledger/allowances/preview")), staleTime: 0 });
  const data = preview.data;
  const send = ({ reason }: { reason: string }) => call(api.POST("/api/ledger/allowances/apply", { body: { preview: data?.preview ?? "", lower, reason } }));
  return (
    <MoneyDialog opened onClose={onClose} title={t("apply.title")} submit={t("apply.submit")} send={send} ready={Boolean(data?.changes.length)} reason="optional">
      <Text size="sm">{t("apply.text")}</Text>
      {preview.isPending && <Loading />}
      {preview.error && <ErrorNotice error={preview.error} />}
      {data && !data.changes.length && <Text size="sm" className="quiet">{t("apply.nothing")}</Text>}
      {data && data.changes.length > 0 && (
        <>
          <Table>
            <Table.Thead>
              <Table.Tr><Table.Th>{t("user")}</Table.Th><Table.Th className="numeric">{t("apply.had")}</Table.Th><Table.Th className="numeric">{t("apply.gets")}</Table.Th><Table.Th className="numeric">{t("apply.difference")}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.changes.slice(0, SHOWN).map((change) => (
                <Table.Tr key={change.user_id}>
                  <Table.Td>{change.user_name}</Table.Td>
                  <Table.Td className="numeric"><Credits value={change.granted} /></Table.Td>
                  <Table.Td className="numeric"><Credits value={change.now} /></Table.Td>
                  <Table.Td className="numeric"><Credits value={change.difference} signed /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {data.changes.length > SHOWN && <Text size="xs" className="quiet">{t("apply.more", { count: data.changes.length - SHOWN })}</Text>}
          <Text size="sm">{t("apply.total")} <Credits value={data.total} signed /></Text>
          <Checkbox size="sm" label={t("apply.lower")} checked={lower} onChange={(event) => setLower(event.currentTarget.checked)} />
        </>
      )}
    </MoneyDialog>
  );
}
