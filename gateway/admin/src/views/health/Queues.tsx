import { Button, Table, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../api/client";
import { usePermission } from "../../app/session";
import { Count, When } from "../../components/Amount";
import { Pill } from "../../components/Pill";
import { LettersDialog } from "./LettersDialog";
import { PRODUCERS, type Service } from "./types";

const EVERY_MS = 10_000;

/** How events travel between the services: what waits to be sent, read, or for a person. */
export function Queues() {
  const { t } = useTranslation("health");
  const mayReplay = usePermission("access");
  const [opened, open] = useState<Service>();
  const states = useQueries({
    queries: PRODUCERS.map((service) => ({
      queryKey: ["delivery", service],
      queryFn: () => call(api.GET(`/api/admin/events/${service}`)),
      refetchInterval: EVERY_MS,
    })),
  });
  return (
    <section className="card pad">
      <h2 className="card-title">{t("queues")}</h2>
      <div className="plain" role="region" tabIndex={0} aria-label={t("queues")}>
        <Table aria-busy={states.some((state) => state.isPending)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("service")}</Table.Th><Table.Th className="numeric">{t("unsent")}</Table.Th><Table.Th>{t("oldest")}</Table.Th>
              <Table.Th className="numeric">{t("unread")}</Table.Th><Table.Th className="numeric">{t("deadLetters")}</Table.Th><Table.Th>{t("details")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PRODUCERS.map((service, index) => (
              <Line key={service} service={service} state={states[index]?.data} failed={Boolean(states[index]?.error)} onOpen={() => open(service)} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" className="quiet" mt="xs">{t("queuesHint")}</Text>
      {opened && <LettersDialog service={opened} mayReplay={mayReplay} onClose={() => open(undefined)} />}
    </section>
  );
}

interface LineProps {
  service: Service;
  state: Schemas["Delivery"] | undefined;
  failed: boolean;
  onOpen: () => void;
}

function Line({ service, state, failed, onOpen }: LineProps) {
  const { t } = useTranslation("health");
  const unread = state?.streams.reduce((sum, stream) => sum + (stream.lag ?? 0) + stream.pending, 0);
  return (
    <Table.Tr>
      <Table.Td>{t(`name.${service}`)} {failed && <Pill tone="bad">{t("down")}</Pill>} {state?.redis === "down" && <Pill tone="bad">{t("noRedis")}</Pill>}</Table.Td>
      <Table.Td className="numeric"><Count value={state?.outbox.unsent} /></Table.Td>
      <Table.Td><When at={state?.outbox.oldest_unsent_at} /></Table.Td>
      <Table.Td className="numeric"><Count value={unread} /></Table.Td>
      <Table.Td className="numeric">{state && state.dead_letters > 0 ? <span className="minus"><Count value={state.dead_letters} /></span> : <Count value={state?.dead_letters} />}</Table.Td>
      <Table.Td><Button size="compact-xs" variant="default" disabled={!state} onClick={onOpen}>{t("details")}</Button></Table.Td>
    </Table.Tr>
  );
}
