import { Modal, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read, type Schemas } from "../../api/client";
import { big } from "../../api/exact";
import { Count, Credits, When } from "../../components/Amount";
import { ErrorNotice, Trace } from "../../components/ErrorNotice";
import { Facts } from "../../components/Facts";
import { useFormats } from "../../components/format";
import { Loading } from "../../components/Loading";

type Receipt = Schemas["Receipt"];

/** How an amount came about: units times prices, what it was paid from, and the call it belongs to. */
export function ExplainDialog({ userId, id, onClose }: { userId: string; id: number; onClose: () => void }) {
  const { t } = useTranslation("transactions");
  const receipt = useQuery({
    queryKey: ["receipt", userId, id],
    queryFn: () => read<Receipt>(`/api/ledger/accounts/${encodeURIComponent(userId)}/transactions/${id}`),
  });
  return (
    <Modal opened onClose={onClose} title={t("explain.title")} size="lg">
      {receipt.isPending && <Loading />}
      {receipt.error && <ErrorNotice error={receipt.error} />}
      {receipt.data && <Explanation receipt={receipt.data} />}
    </Modal>
  );
}

function Explanation({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation(["transactions", "users"]);
  return (
    <Stack gap="md">
      <Facts
        of={[
          [t("amount"), <Credits key="a" value={receipt.amount} signed />],
          [t("type"), t(`app:transaction.${receipt.type}`)],
          [t("time"), <When key="t" at={receipt.posted_at} />],
          [t("model"), receipt.model_id],
          [t("reason"), receipt.reason],
          [t("balanceAfter"), <Credits key="b" value={receipt.balance_after} />],
          [t("explain.version"), receipt.price_version && <span className="mono">{receipt.price_version}</span>],
        ]}
      />
      {receipt.lines.length > 0 && <Arithmetic receipt={receipt} />}
      {!big(receipt.shortfall).eq(0) && <Text size="sm" className="minus">{t("explain.shortfall")} <Credits value={receipt.shortfall} /></Text>}
      {receipt.lots.length > 0 && (
        <Text size="sm">{t(receipt.lots[0]?.paid == null ? "explain.mayHavePaid" : "explain.paidFrom")}</Text>
      )}
      {receipt.lots.map((lot) => (
        <Text size="sm" key={lot.id}>{t(`users:source.${lot.source}`)}{lot.paid != null && <>: <Credits value={lot.paid} /></>}</Text>
      ))}
      {receipt.hold && (
        <Text size="sm">{t("explain.hold")} <Credits value={receipt.hold.amount} /> · <When at={receipt.hold.opened_at} /></Text>
      )}
      <Trace id={receipt.trace_id} />
    </Stack>
  );
}

function Arithmetic({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation("transactions");
  const { exact } = useFormats();
  const sum = receipt.lines.reduce((total, line) => total.plus(line.amount), big(0));
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("explain.unit")}</Table.Th>
          <Table.Th className="numeric">{t("explain.count")}</Table.Th>
          <Table.Th className="numeric">× {t("explain.price")}</Table.Th>
          <Table.Th className="numeric">= {t("amount")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {receipt.lines.map((line) => (
          <Table.Tr key={line.unit}>
            <Table.Td>{t(`app:unit.${line.unit}`)}</Table.Td>
            <Table.Td className="numeric"><Count value={line.count} /></Table.Td>
            <Table.Td className="numeric">{exact(line.price)}</Table.Td>
            <Table.Td className="numeric">{exact(line.amount)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr><Table.Th colSpan={3}>{t("explain.sum")}</Table.Th><Table.Th className="numeric">{exact(sum.toFixed())}</Table.Th></Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
