import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useRef, useState, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../api/client";
import { ApiProblem } from "../api/problem";
import { ErrorNotice } from "./ErrorNotice";

export interface Change {
  reason: string;
  /** For the header Idempotency-Key or the field idempotency_key: the same for every attempt. */
  key: string;
  /** Aborted when somebody stops what takes long. */
  signal: AbortSignal;
}

export interface MoneyDialogProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  /** The fields, and what the change will do in figures. */
  children?: ReactNode;
  /** Sends the change; what it throws is shown and the dialog stays. */
  send: (change: Change) => Promise<unknown>;
  /** False while a field is not filled in properly. */
  ready?: boolean;
  submit?: string;
  danger?: boolean;
  /** "none" where the API keeps no reason. */
  reason?: "required" | "optional" | "none";
  /** What is asked for again afterwards; everything if left out. */
  changes?: readonly QueryKey[];
  done?: string;
  /** What is told when Cancel was pressed while it was at work; without it, that only closes the dialog. */
  stopped?: string;
}

/** Every change of money goes through here: with a reason, once, and never shown before it is true. */
export function MoneyDialog(props: MoneyDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      {props.opened && <Form {...props} />}
    </Modal>
  );
}

function Form({ onClose, children, send, ready = true, submit, danger, reason: asks = "required", changes, done, stopped }: MoneyDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [key, setKey] = useState(newKey);
  const [reason, setReason] = useState("");
  // The second click of two comes before the button is drawn as busy.
  const sending = useRef(false);
  const work = useRef(new AbortController());
  const refresh = () => Promise.all((changes ?? [[]]).map((queryKey) => queries.invalidateQueries({ queryKey })));
  const change = useMutation({
    mutationFn: () => {
      work.current = new AbortController();
      return send({ reason: reason.trim(), key, signal: work.current.signal });
    },
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: done ?? t("dialog.saved") });
      onClose();
    },
    onSettled: () => {
      sending.current = false;
    },
    onError: async (error) => {
      if (work.current.signal.aborted) {
        // It may have been done all the same; another attempt has the same key.
        change.reset();
        notifications.show({ message: stopped });
        await refresh();
      }
      // Refused for certain: the corrected change is another one. After a timeout it is the same.
      if (error instanceof ApiProblem && error.status < 500) setKey(newKey());
    },
  });
  const complete = ready && (asks !== "required" || reason.trim() !== "");
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!complete || sending.current) return;
    sending.current = true;
    change.mutate();
  };
  return (
    <form onSubmit={onSubmit}>
      <Stack gap="sm">
        {children}
        {asks !== "none" && (
          <Textarea label={t("dialog.reason")} description={<Text span size="xs" className="quiet">{t("dialog.reasonHint")}</Text>} required={asks === "required"} maxLength={500} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        )}
        {change.error && <ErrorNotice error={change.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => (change.isPending && stopped ? work.current.abort() : onClose())}>{t("dialog.cancel")}</Button>
          <Button type="submit" loading={change.isPending} disabled={!complete} {...(danger ? { color: "red.8" } : {})}>{submit ?? t("dialog.save")}</Button>
        </Group>
      </Stack>
    </form>
  );
}
