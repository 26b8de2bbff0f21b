import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, call } from "../../api/client";
import { Count } from "../../components/Amount";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Recorded } from "../../components/Facts";
import { Loading } from "../../components/Loading";
import { Pill } from "../../components/Pill";

const SHOWN = 20;

/** What differs between Open WebUI and what is known here. It reads the whole of Open WebUI, so it waits to be asked. */
export function Drift() {
  const { t } = useTranslation("sync");
  const drift = useQuery({ queryKey: ["drift"], queryFn: () => call(api.GET("/api/sync/drift")), enabled: false });
  const kinds = Object.entries(drift.data?.kinds ?? {});
  return (
    <section className="card pad">
      <Group justify="space-between" mb="xs">
        <h2 className="card-title">{t("drift.title")} {drift.data && (drift.data.in_sync ? <Pill tone="good">{t("drift.none")}</Pill> : <Pill tone="warn">{t("drift.some")}</Pill>)}</h2>
        <Button size="xs" variant="default" loading={drift.isFetching} onClick={() => void drift.refetch()}>{t("drift.look")}</Button>
      </Group>
      {!drift.data && !drift.isFetching && !drift.error && <Text size="sm" className="quiet">{t("drift.hint")}</Text>}
      {drift.isLoading && <Loading />}
      {drift.error && <ErrorNotice error={drift.error} />}
      <Stack gap="sm">
        {drift.data?.errors.map((error) => <Alert key={`${error["kind"] ?? ""}${error["code"] ?? ""}`} variant="default">{error["message"]}</Alert>)}
        {kinds.length > 0 && (
          <div className="plain">
            <Table>
              <Table.Thead>
                <Table.Tr><Table.Th>{t("what")}</Table.Th>{(["seen", "created", "changed", "closed"] as const).map((name) => <Table.Th key={name} className="numeric">{t(`count.${name}`)}</Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {kinds.map(([kind, found]) => (
                  <Table.Tr key={kind}>
                    <Table.Td>{t(`kind.${kind.replace("_", "-")}`)} {found.refused && <small className="minus">{found.refused}</small>}</Table.Td>
                    {(["seen", "created", "changed", "closed"] as const).map((name) => <Table.Td key={name} className="numeric"><Count value={found[name]} /></Table.Td>)}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {kinds.filter(([, found]) => found.items.length > 0).map(([kind, found]) => (
          <details key={kind}>
            <summary>{t(`kind.${kind.replace("_", "-")}`)}: {t("drift.first", { count: Math.min(SHOWN, found.items.length) })}</summary>
            <Recorded value={found.items.slice(0, SHOWN)} />
          </details>
        ))}
      </Stack>
    </section>
  );
}
