import type { Exact } from "./exact";
export interface paths {
    "/admin/billing/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where money and books disagree
         * @description Administrator permission: `read`.
         */
        get: operations["billing_alarms_admin_billing_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/alarms/{alarm_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an alarm that was dealt with
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resolve_admin_billing_alarms__alarm_id__resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_payments_admin_billing_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A payment and its history
         * @description Administrator permission: `read`.
         */
        get: operations["billing_payment_admin_billing_payments__payment_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/payments/{payment_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_refund_admin_billing_payments__payment_id__refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All plans with subscribers and monthly revenue
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_admin_billing_plans_get"];
        put?: never;
        /**
         * Create a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_admin_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_plans__plan_id__get"];
        /**
         * Edit a plan
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_admin_billing_plans__plan_id__put"];
        post?: never;
        /**
         * Delete a plan that nobody has
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_admin_billing_plans__plan_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_duplicate_admin_billing_plans__plan_id__duplicate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has the plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscribers_admin_billing_plans__plan_id__subscribers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/plans/{plan_id}/toggle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sell or stop selling a plan
         * @description Administrator permission: `money`.
         */
        patch: operations["billing_toggle_admin_billing_plans__plan_id__toggle_patch"];
        trace?: never;
    };
    "/admin/billing/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All promo codes, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_codes_admin_billing_promo_codes_get"];
        put?: never;
        /**
         * Create a promo code
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_admin_billing_promo_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/promo-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_promo_codes__code__get"];
        /**
         * Edit a promo code
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_admin_billing_promo_codes__code__put"];
        post?: never;
        /**
         * Delete a promo code that was never used
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_admin_billing_promo_codes__code__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/promo-codes/{code}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who used a promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_redemptions_admin_billing_promo_codes__code__redemptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare books with the provider's lists now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_admin_billing_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_refunds_admin_billing_refunds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paying people by month and currency: who came and who left
         * @description Administrator permission: `read`.
         */
        get: operations["billing_churn_admin_billing_reports_churn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/failed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments that came to nothing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_failed_payments_admin_billing_reports_failed_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments and refunds by day, currency and kind
         * @description Administrator permission: `read`.
         */
        get: operations["billing_revenue_admin_billing_reports_revenue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR, ARR, ARPU and churn by currency
         * @description Administrator permission: `read`.
         */
        get: operations["billing_summary_admin_billing_reports_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subscriptions, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscriptions_admin_billing_subscriptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription, its periods and its transitions
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscription_admin_billing_subscriptions__subscription_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/subscriptions/{subscription_id}/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a user's subscription, or take a scheduled cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_change_admin_billing_subscriptions__subscription_id___what__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/billing/users/{user_id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user has and has used of it
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_admin_billing_users__user_id__subscription_get"];
        /**
         * Give a user a plan without a payment
         * @description Administrator permission: `money`.
         */
        put: operations["billing_assign_admin_billing_users__user_id__subscription_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All administrators
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_list_admins_api_admin_admins_get"];
        put?: never;
        /**
         * Add one
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_add_api_admin_admins_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/admins/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One administrator
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_one_admin_api_admin_admins__username__get"];
        put?: never;
        post?: never;
        /**
         * Disable one
         * @description The name stays: the audit log speaks of it.
         *
         *     Administrator permission: `access`.
         */
        delete: operations["gateway_disable_api_admin_admins__username__delete"];
        options?: never;
        head?: never;
        /**
         * Change one
         * @description Administrator permission: `access`.
         */
        patch: operations["gateway_change_api_admin_admins__username__patch"];
        trace?: never;
    };
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description Administrator permission: `audit`.
         */
        get: operations["gateway_read_api_admin_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How events of billing travel
         * @description Administrator permission: `read`.
         */
        get: operations["billing_status_api_admin_events_billing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/billing/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What billing could not digest
         * @description Administrator permission: `read`.
         */
        get: operations["billing_letters_api_admin_events_billing_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/billing/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let billing try dead letters again
         * @description What succeeds is no dead letter any more; an event that was digested is done once.
         *
         *     Administrator permission: `access`.
         */
        post: operations["billing_replay_letters_api_admin_events_billing_dead_letters_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/billing/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the kept facts of billing again
         * @description The worker does it within seconds; consumers drop what they have seen.
         *
         *     Administrator permission: `access`.
         */
        post: operations["billing_replay_outbox_api_admin_events_billing_outbox_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How events of gateway travel
         * @description Administrator permission: `read`.
         */
        get: operations["gateway_status_api_admin_events_gateway_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/gateway/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What gateway could not digest
         * @description Administrator permission: `read`.
         */
        get: operations["gateway_letters_api_admin_events_gateway_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/gateway/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let gateway try dead letters again
         * @description What succeeds is no dead letter any more; an event that was digested is done once.
         *
         *     Administrator permission: `access`.
         */
        post: operations["gateway_replay_letters_api_admin_events_gateway_dead_letters_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/gateway/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the kept facts of gateway again
         * @description The worker does it within seconds; consumers drop what they have seen.
         *
         *     Administrator permission: `access`.
         */
        post: operations["gateway_replay_outbox_api_admin_events_gateway_outbox_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How events of ledger travel
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_status_api_admin_events_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/ledger/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What ledger could not digest
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_letters_api_admin_events_ledger_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/ledger/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let ledger try dead letters again
         * @description What succeeds is no dead letter any more; an event that was digested is done once.
         *
         *     Administrator permission: `access`.
         */
        post: operations["ledger_replay_letters_api_admin_events_ledger_dead_letters_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/ledger/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the kept facts of ledger again
         * @description The worker does it within seconds; consumers drop what they have seen.
         *
         *     Administrator permission: `access`.
         */
        post: operations["ledger_replay_outbox_api_admin_events_ledger_outbox_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How events of pricing travel
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_status_api_admin_events_pricing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/pricing/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What pricing could not digest
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_letters_api_admin_events_pricing_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/pricing/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let pricing try dead letters again
         * @description What succeeds is no dead letter any more; an event that was digested is done once.
         *
         *     Administrator permission: `access`.
         */
        post: operations["pricing_replay_letters_api_admin_events_pricing_dead_letters_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/pricing/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the kept facts of pricing again
         * @description The worker does it within seconds; consumers drop what they have seen.
         *
         *     Administrator permission: `access`.
         */
        post: operations["pricing_replay_outbox_api_admin_events_pricing_outbox_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How events of sync travel
         * @description Administrator permission: `read`.
         */
        get: operations["sync_status_api_admin_events_sync_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/sync/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sync could not digest
         * @description Administrator permission: `read`.
         */
        get: operations["sync_letters_api_admin_events_sync_dead_letters_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/sync/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let sync try dead letters again
         * @description What succeeds is no dead letter any more; an event that was digested is done once.
         *
         *     Administrator permission: `access`.
         */
        post: operations["sync_replay_letters_api_admin_events_sync_dead_letters_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/events/sync/outbox/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the kept facts of sync again
         * @description The worker does it within seconds; consumers drop what they have seen.
         *
         *     Administrator permission: `access`.
         */
        post: operations["sync_replay_outbox_api_admin_events_sync_outbox_replay_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All API keys
         * @description Administrator permission: `access`.
         */
        get: operations["gateway_list_keys_api_admin_keys_get"];
        put?: never;
        /**
         * Issue an API key
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_issue_api_admin_keys_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key
         * @description Administrator permission: `access`.
         */
        delete: operations["gateway_revoke_api_admin_keys__id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key
         * @description Administrator permission: `access`.
         */
        post: operations["gateway_rotate_api_admin_keys__id__rotate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_my_password_api_admin_me_password_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a second factor
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_start_totp_api_admin_me_totp_post"];
        /**
         * Remove it
         * @description Administrator permission: `read`.
         */
        delete: operations["gateway_remove_totp_api_admin_me_totp_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put it into use
         * @description Administrator permission: `read`.
         */
        post: operations["gateway_confirm_totp_api_admin_me_totp_confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who waits for an account
         * @description Administrator permission: `read`.
         */
        get: operations["sync_listing_api_credits_admin_waiting_list_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/{applicant_id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark as processed
         * @description Administrator permission: `people`.
         */
        post: operations["sync_process_api_credits_admin_waiting_list__applicant_id__process_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/cleanup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete entries that are done with
         * @description `clear` once emptied the password column; there is none, so nothing is left to do.
         *
         *     Administrator permission: `people`.
         */
        post: operations["sync_clean_up_api_credits_admin_waiting_list_cleanup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/clear-hashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kept for existing clients
         * @description Administrator permission: `people`.
         */
        post: operations["sync_clear_hashes_api_credits_admin_waiting_list_clear_hashes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list as a CSV file
         * @description Administrator permission: `read`.
         */
        get: operations["sync_download_api_credits_admin_waiting_list_download_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/admin/waiting-list/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The list by pages, searched
         * @description Administrator permission: `read`.
         */
        get: operations["sync_search_api_credits_admin_waiting_list_search_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/deduct-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge usage that has happened
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_deduct_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lots of a user with what is left of them
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_grants_api_credits_grants_get"];
        put?: never;
        /**
         * Give credits
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_grant_api_credits_grants_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All groups
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_groups_api_credits_groups_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/groups/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a group's default
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_update_api_credits_groups_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve credits for a coming model call
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a hold alive and report what was counted so far
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold without a charge
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/holds/{hold_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold with what was used
         * @description API key scope: `credits:charge`.
         */
        post: operations["ledger_post__api_credits_holds_hold_id_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Limits of all, or of one
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_limits_api_credits_limits_get"];
        put?: never;
        /**
         * Set a limit
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_limit_api_credits_limits_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/limits/{limit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a limit away
         * @description Administrator permission: `money`.
         */
        delete: operations["ledger_delete_limit_api_credits_limits__limit_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/model/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The price of one model
         * @description API key scope: `prices:read`. Administrator permission: `read`.
         */
        get: operations["pricing_model_price_api_credits_model__model_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All models
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_models_api_credits_models_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/bulk/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a previewed bulk change
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_apply_api_credits_models_bulk_apply_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what a bulk change would do
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_preview_api_credits_models_bulk_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit of prices and settings, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_changes_api_credits_models_changes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prices as a file, in credits: all, or those of models that fit
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_export_api_credits_models_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/follow-base": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cost what the base costs
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_follow_api_credits_models_follow_base_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of a model's own price, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_history_api_credits_models_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose the prices of a file
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_import_file_api_credits_models_import_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposed prices beside the present ones
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_proposals_api_credits_models_proposals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/proposals/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject proposals
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_decide_api_credits_models_proposals_decide_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a price
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_api_credits_models_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update-free-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set free
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_free_status_api_credits_models_update_free_status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/update-restriction-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set restricted
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_restriction_status_api_credits_models_update_restriction_status_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/models/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a scheduled price
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_withdraw_api_credits_models_withdraw_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description Administrator permission: `read`.
         */
        get: operations["pricing_settings_api_credits_settings_get"];
        put?: never;
        /**
         * Change the settings
         * @description Administrator permission: `prices`.
         */
        post: operations["pricing_update_settings_api_credits_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage between two days by day, model, group or user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_breakdown_api_credits_statistics_breakdown_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/current-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This month's usage of every user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_current_usage_api_credits_statistics_current_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/monthly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of all users in a month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_monthly_api_credits_statistics_monthly_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one user by month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_user_api_credits_statistics_user__user_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/statistics/yearly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A year by month
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_yearly_api_credits_statistics_yearly_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise everything now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_all_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise groups now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise models now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_models_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-user-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise user-group memberships now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_user_groups_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/sync-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise users now
         * @description Administrator permission: `people`.
         */
        post: operations["sync_run_api_credits_sync_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/system-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people and the calendar did, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_system_logs_api_credits_system_logs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All transfers, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_transactions_api_credits_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/transactions/{transaction_id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a transaction, once
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_reversal_api_credits_transactions__transaction_id__reverse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a user's balance
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_update_api_credits_update_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A user's credits, groups and allowance
         * @description API key scope: `credits:read`. Administrator permission: `read`.
         */
        get: operations["ledger_get__api_credits_user_user_id_path_"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What applies to a user, and what is left
         * @description API key scope: `credits:read`. Administrator permission: `read`.
         */
        get: operations["ledger_get_user_limits_api_credits_user__user_id__limits_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/user/{user_id}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transfers of one user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_user_transactions_api_credits_user__user_id__transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credits/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users with their balances
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_users_api_credits_users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts, searched and in order
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_accounts_api_ledger_accounts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One account: lots, open holds, limits, groups and what it used
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_account_api_ledger_accounts__user_id__get"];
        put?: never;
        /**
         * Suspend, close or open an account; set its credit line
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_account_api_ledger_accounts__user_id__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts/{user_id}/transactions/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the amount of a transaction came about
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_explanation_api_ledger_accounts__user_id__transactions__transaction_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or take credits
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_adjustment_api_ledger_adjustments_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/allowances/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply changed defaults to this period
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_apply_api_ledger_allowances_apply_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/allowances/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What applying changed defaults would do
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_preview_api_ledger_allowances_preview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of the system before, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_archive_api_ledger_archive_get"];
        put?: never;
        /**
         * Archive another's history
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_archive_api_ledger_archive_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/archive/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a source is archived
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_position_api_ledger_archive_position_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log with what was before and after
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_audit_api_ledger_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/grant-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_batches_api_ledger_grant_batches_get"];
        put?: never;
        /**
         * Grant what a CSV file says; by default only a preview
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_batch_api_ledger_grant_batches_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/grant-batches/{batch_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back every grant of a batch
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_undo_api_ledger_grant_batches__batch_id__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an unused group of our own
         * @description Administrator permission: `money`.
         */
        delete: operations["ledger_delete_api_ledger_groups__group_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/groups/{group_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who belongs to a group
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_members_api_ledger_groups__group_id__members_get"];
        put?: never;
        /**
         * Change who belongs to a group of our own
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_members_api_ledger_groups__group_id__members_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open holds, or ended ones of a user
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_holds_api_ledger_holds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One hold
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_hold_api_ledger_holds__hold_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold now
         * @description As if its deadline had passed: what was counted is charged, the rest is free again.
         *
         *     The call that it was opened for may still settle what it used.
         *
         *     Administrator permission: `money`.
         */
        post: operations["ledger_post_release_api_ledger_holds__hold_id__release_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/opening-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over balances from another system, once per source and user
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_openings_api_ledger_opening_balances_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The figures of the start page
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_overview_api_ledger_overview_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Settings of the start
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_settings_api_ledger_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/system-logs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of a search as a file
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_system_logs_file_api_ledger_system_logs_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/transactions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The transfers of a search as a file
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_transactions_file_api_ledger_transactions_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who or what used most in a month or a year
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_usage_api_ledger_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/usage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a file
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_usage_file_api_ledger_usage_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the invariants of the books held when they were last checked
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_verification_api_ledger_verification_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When you want to be told */
        get: operations["ledger_get_alerts_api_me_alerts_get"];
        /** Set when you want to be told */
        put: operations["ledger_put_alerts_api_me_alerts_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your credits, by lot */
        get: operations["ledger_get_balance_api_me_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/cap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Cap your own spending */
        put: operations["ledger_put_cap_api_me_cap_put"];
        post?: never;
        /** Take your own cap away */
        delete: operations["ledger_delete_cap_api_me_cap_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that is kept about you */
        get: operations["ledger_get_export_api_me_export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your transactions, newest first */
        get: operations["ledger_get_history_api_me_history_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a link that opens a user's own page
         * @description Good for 5 minutes and for one use; whoever opens it is that user for an hour.
         *
         *     API key scope: `links:issue`.
         */
        post: operations["gateway_issue_api_me_links_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/receipts/{transaction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the amount of one of your transactions came about */
        get: operations["ledger_get_receipt_api_me_receipts__transaction_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you used, by day or by model */
        get: operations["ledger_get_usage_api_me_usage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/models/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of all available models */
        get: operations["pricing_public_pricing_api_public_models_pricing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset/manual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the reset now
         * @description Administrator permission: `money`.
         */
        post: operations["ledger_post_manual_api_reset_manual_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reset/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Was this period granted?
         * @description Administrator permission: `read`.
         */
        get: operations["ledger_get_status_api_reset_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs now; nothing is changed
         * @description Administrator permission: `read`.
         */
        get: operations["sync_show_drift_api_sync_drift_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/hints/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something changed: look now
         * @description The answer is the same whether or not the secret is right, and the body is not read.
         */
        post: operations["sync_hint_api_sync_hints__secret__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/publish-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell all that is known again
         * @description Administrator permission: `people`.
         */
        post: operations["sync_tell_again_api_sync_publish_again_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History of runs, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["sync_runs_api_sync_runs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a run that is running
         * @description It ends as `cancelled` within a second. What it has written stays, and is whole.
         *
         *     Administrator permission: `people`.
         */
        post: operations["sync_cancel_api_sync_runs__run_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the poller and what is known
         * @description Administrator permission: `read`.
         */
        get: operations["sync_status_api_sync_status_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where money and books disagree
         * @description Administrator permission: `read`.
         */
        get: operations["billing_alarms_api_v1_admin_billing_alarms_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/alarms/{alarm_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an alarm that was dealt with
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resolve_api_v1_admin_billing_alarms__alarm_id__resolve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit log, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_payments_api_v1_admin_billing_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/payments/{payment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A payment and its history
         * @description Administrator permission: `read`.
         */
        get: operations["billing_payment_api_v1_admin_billing_payments__payment_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/payments/{payment_id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_refund_api_v1_admin_billing_payments__payment_id__refund_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All plans with subscribers and monthly revenue
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_api_v1_admin_billing_plans_get"];
        put?: never;
        /**
         * Create a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_admin_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_plans__plan_id__get"];
        /**
         * Edit a plan
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_api_v1_admin_billing_plans__plan_id__put"];
        post?: never;
        /**
         * Delete a plan that nobody has
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_api_v1_admin_billing_plans__plan_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_duplicate_api_v1_admin_billing_plans__plan_id__duplicate_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/subscribers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has the plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscribers_api_v1_admin_billing_plans__plan_id__subscribers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/plans/{plan_id}/toggle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sell or stop selling a plan
         * @description Administrator permission: `money`.
         */
        patch: operations["billing_toggle_api_v1_admin_billing_plans__plan_id__toggle_patch"];
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All promo codes, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_codes_api_v1_admin_billing_promo_codes_get"];
        put?: never;
        /**
         * Create a promo code
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_admin_billing_promo_codes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_promo_codes__code__get"];
        /**
         * Edit a promo code
         * @description Administrator permission: `money`.
         */
        put: operations["billing_update_api_v1_admin_billing_promo_codes__code__put"];
        post?: never;
        /**
         * Delete a promo code that was never used
         * @description Administrator permission: `money`.
         */
        delete: operations["billing_delete_api_v1_admin_billing_promo_codes__code__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/promo-codes/{code}/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who used a promo code
         * @description Administrator permission: `read`.
         */
        get: operations["billing_redemptions_api_v1_admin_billing_promo_codes__code__redemptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare books with the provider's lists now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_api_v1_admin_billing_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_refunds_api_v1_admin_billing_refunds_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/churn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Paying people by month and currency: who came and who left
         * @description Administrator permission: `read`.
         */
        get: operations["billing_churn_api_v1_admin_billing_reports_churn_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/failed-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments that came to nothing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_failed_payments_api_v1_admin_billing_reports_failed_payments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/revenue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payments and refunds by day, currency and kind
         * @description Administrator permission: `read`.
         */
        get: operations["billing_revenue_api_v1_admin_billing_reports_revenue_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MRR, ARR, ARPU and churn by currency
         * @description Administrator permission: `read`.
         */
        get: operations["billing_summary_api_v1_admin_billing_reports_summary_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Subscriptions, newest first
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscriptions_api_v1_admin_billing_subscriptions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/subscriptions/{subscription_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A subscription, its periods and its transitions
         * @description Administrator permission: `read`.
         */
        get: operations["billing_subscription_api_v1_admin_billing_subscriptions__subscription_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/subscriptions/{subscription_id}/{what}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a user's subscription, or take a scheduled cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_change_api_v1_admin_billing_subscriptions__subscription_id___what__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/billing/users/{user_id}/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a user has and has used of it
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_admin_billing_users__user_id__subscription_get"];
        /**
         * Give a user a plan without a payment
         * @description Administrator permission: `money`.
         */
        put: operations["billing_assign_api_v1_admin_billing_users__user_id__subscription_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/auto-topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy credits when few are left
         * @description Administrator permission: `money`.
         */
        post: operations["billing_auto_top_up_api_v1_billing_auto_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left, as of the ledger's last fact
         * @description Administrator permission: `read`.
         */
        get: operations["billing_balance_api_v1_billing_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the balance but charges
         * @description Administrator permission: `read`.
         */
        get: operations["billing_ledger_api_v1_billing_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about the caller's billing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_me_api_v1_billing_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this installation sells
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_offer_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start paying for a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_pay_api_v1_billing_payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/payment-methods/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget saved payment methods, stop renewals
         * @description Administrator permission: `money`.
         */
        post: operations["billing_unlink_api_v1_billing_payment_methods_unlink_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans on sale
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_api_v1_billing_plans_get"];
        put?: never;
        /**
         * Create a plan; its id is a UUID
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_api_v1_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_plans__plan_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/plans/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans on sale, for anybody */
        get: operations["billing_list_public_api_v1_billing_plans_public_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where receipts go, as it is set
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_settings_api_v1_billing_settings_get"];
        put?: never;
        /**
         * Where receipts go
         * @description Administrator permission: `money`.
         */
        post: operations["billing_settings_api_v1_billing_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own subscription, or null
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_subscription_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel at the end of the period, or now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_cancel_api_v1_billing_subscription_cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resume_api_v1_billing_subscription_resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a trial
         * @description Administrator permission: `money`.
         */
        post: operations["billing_trial_api_v1_billing_subscription_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/subscription/trial/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind a card and begin a trial that it pays on afterwards
         * @description Administrator permission: `money`.
         */
        post: operations["billing_card_trial_api_v1_billing_subscription_trial_card_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start buying lasting credits
         * @description Administrator permission: `money`.
         */
        post: operations["billing_top_up_api_v1_billing_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/topup/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at once what became of an own payment
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_api_v1_billing_topup_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own payments
         * @description Administrator permission: `read`.
         */
        get: operations["billing_transactions_api_v1_billing_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What use of models cost
         * @description Administrator permission: `read`.
         */
        get: operations["billing_usage_events_api_v1_billing_usage_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one metric in the current period
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_api_v1_billing_usage__metric__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/usage/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this much still be used?
         * @description Administrator permission: `money`.
         */
        post: operations["billing_check_api_v1_billing_usage_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhook/yookassa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider; the token is in the query */
        post: operations["billing_take_api_v1_billing_webhook_yookassa_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing/webhook/yookassa/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider */
        post: operations["billing_take_by_path_api_v1_billing_webhook_yookassa__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a token */
        post: operations["gateway_login_auth_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the session
         * @description Public, because an expired token must not make it an error; revokes the one that is sent.
         */
        post: operations["gateway_logout_auth_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description Administrator permission: `read`.
         */
        get: operations["gateway_me_auth_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in to the admin app
         * @description Answers nobody as well, so that the app can ask without causing an error.
         */
        get: operations["gateway_own_session_auth_session_get"];
        put?: never;
        /**
         * Sign in to the admin app
         * @description Like /auth/login, with the token in the cookie owc_admin. The header X-OWC-App is needed.
         */
        post: operations["gateway_open_session_auth_session_post"];
        /**
         * Sign out of the admin app
         * @description Revokes the session of the cookie and removes the cookie. The header X-OWC-App is needed.
         */
        delete: operations["gateway_end_session_auth_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/auto-topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy credits when few are left
         * @description Administrator permission: `money`.
         */
        post: operations["billing_auto_top_up_billing_auto_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is left, as of the ledger's last fact
         * @description Administrator permission: `read`.
         */
        get: operations["billing_balance_billing_balance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the balance but charges
         * @description Administrator permission: `read`.
         */
        get: operations["billing_ledger_billing_ledger_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about the caller's billing
         * @description Administrator permission: `read`.
         */
        get: operations["billing_me_billing_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/offer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this installation sells
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_offer_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start paying for a plan
         * @description Administrator permission: `money`.
         */
        post: operations["billing_pay_billing_payment_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/payment-methods/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget saved payment methods, stop renewals
         * @description Administrator permission: `money`.
         */
        post: operations["billing_unlink_billing_payment_methods_unlink_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plans on sale
         * @description Administrator permission: `read`.
         */
        get: operations["billing_list_plans_billing_plans_get"];
        put?: never;
        /**
         * Create a plan; its id is a UUID
         * @description Administrator permission: `money`.
         */
        post: operations["billing_create_billing_plans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One plan
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_plans__plan_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/plans/public": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans on sale, for anybody */
        get: operations["billing_list_public_billing_plans_public_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where receipts go, as it is set
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_settings_billing_settings_get"];
        put?: never;
        /**
         * Where receipts go
         * @description Administrator permission: `money`.
         */
        post: operations["billing_settings_billing_settings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own subscription, or null
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_subscription_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel at the end of the period, or now
         * @description Administrator permission: `money`.
         */
        post: operations["billing_cancel_billing_subscription_cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a cancellation back
         * @description Administrator permission: `money`.
         */
        post: operations["billing_resume_billing_subscription_resume_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a trial
         * @description Administrator permission: `money`.
         */
        post: operations["billing_trial_billing_subscription_trial_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/subscription/trial/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bind a card and begin a trial that it pays on afterwards
         * @description Administrator permission: `money`.
         */
        post: operations["billing_card_trial_billing_subscription_trial_card_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start buying lasting credits
         * @description Administrator permission: `money`.
         */
        post: operations["billing_top_up_billing_topup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/topup/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at once what became of an own payment
         * @description Administrator permission: `money`.
         */
        post: operations["billing_reconcile_billing_topup_reconcile_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Own payments
         * @description Administrator permission: `read`.
         */
        get: operations["billing_transactions_billing_transactions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What use of models cost
         * @description Administrator permission: `read`.
         */
        get: operations["billing_usage_events_billing_usage_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Usage of one metric in the current period
         * @description Administrator permission: `read`.
         */
        get: operations["billing_read_billing_usage__metric__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/usage/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May this much still be used?
         * @description Administrator permission: `money`.
         */
        post: operations["billing_check_billing_usage_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/webhook/yookassa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider; the token is in the query */
        post: operations["billing_take_billing_webhook_yookassa_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/billing/webhook/yookassa/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Notices of the provider */
        post: operations["billing_take_by_path_billing_webhook_yookassa__token__post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The state of the service, for people */
        get: operations["gateway_health_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["gateway_live_health_live_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service can do its work */
        get: operations["gateway_is_ready_health_ready_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Numbers for Prometheus
         * @description API key scope: `metrics:read`. Administrator permission: `read`.
         */
        get: operations["gateway_metrics_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public price page */
        get: operations["pricing_price_page_pricing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public prices as CSV */
        get: operations["pricing_prices_as_csv_pricing_csv_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public prices as JSON */
        get: operations["pricing_prices_as_json_pricing_json_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pricing/{model_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public price page of one model */
        get: operations["pricing_model_page_pricing__model_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audio/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Speech, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_audio_speech"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audio/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A transcription, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_audio_transcriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A chat turn, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_chat_completions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A completion, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_completions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Embeddings, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_embeddings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pictures, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_images_generations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The provider's models
         * @description API key scope: `models:use`.
         */
        get: operations["models_v1_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A response, metered
         * @description API key scope: `models:use`.
         */
        post: operations["models_v1_responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registration page */
        get: operations["sync_show_waiting_list_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waiting-list/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account
         * @description The answer is the same whether or not the e-mail address is known. A form gets a page.
         */
        post: operations["sync_register_waiting_list_register_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountDetail */
        AccountDetail: {
            /** Available */
            available: Exact;
            /** Balance */
            balance: Exact;
            /** Credit Line */
            credit_line: Exact;
            /** Default Credits */
            default_credits: Exact;
            /** Email */
            email: string;
            /** Groups */
            groups: components["schemas"]["GroupOf"][];
            /** Held */
            held: Exact;
            /** Holds */
            holds: components["schemas"]["HoldOfAccount"][];
            /** Id */
            id: string;
            /** Limits */
            limits: components["schemas"]["LimitLeft"][];
            /** Lots */
            lots: components["schemas"]["ledger_service__api__me__Lot"][];
            /** Name */
            name: string;
            next_allowance: components["schemas"]["NextAllowance"] | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Role */
            role: string;
            /** Status */
            status: string;
            usage: components["schemas"]["RecentUsage"];
        };
        /**
         * AccountPage
         * @description `total` is of all that fit; `next` leads to the next page and is null on the last.
         */
        AccountPage: {
            /** Accounts */
            accounts: components["schemas"]["ListedUser"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * AccountTotals
         * @description `empty` can spend nothing; `remaining` counts no debts, which are in `debt`.
         */
        AccountTotals: {
            /** Debt */
            debt: Exact;
            /** Empty */
            empty: number;
            /** Held */
            held: Exact;
            /** In Debt */
            in_debt: number;
            /** Remaining */
            remaining: Exact;
            /** Suspended */
            suspended: number;
            /** Total */
            total: number;
        };
        /** AddAdmin */
        AddAdmin: {
            /** Password */
            password: string;
            /** Reason */
            reason?: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "accountant" | "support" | "read-only";
            /** Username */
            username: string;
        };
        /** Adjust */
        Adjust: {
            /** Amount */
            amount: Exact | string;
            /** Reason */
            reason: string;
            /** User Id */
            user_id: string;
        };
        /** Administrator */
        Administrator: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Disabled At */
            disabled_at: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "accountant" | "support" | "read-only";
            /** Second Factor */
            second_factor: boolean;
            /** Username */
            username: string;
        };
        /** Alarm */
        Alarm: {
            /** Details */
            details: unknown;
            /** Id */
            id: number;
            /** Kind */
            kind: string;
            /** Object Id */
            object_id: string;
            /** Raised At */
            raised_at: number;
            /** Resolved At */
            resolved_at: number | null;
        };
        /**
         * Alert
         * @description `raised_at` tells since when the threshold is crossed, null if it is not.
         */
        Alert: {
            /** Kind */
            kind: string;
            /** Raised At */
            raised_at: string | null;
            /** Value */
            value: Exact;
        };
        /** Alerts */
        Alerts: {
            /** Thresholds */
            thresholds: components["schemas"]["Alert"][];
        };
        /**
         * AlertThreshold
         * @description `balance_below` counts credits, `cap_used` per cent of each limit that applies.
         */
        AlertThreshold: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "balance_below" | "cap_used";
            /** Value */
            value: Exact | string;
        };
        /** Alive */
        Alive: {
            /**
             * Status
             * @default alive
             * @constant
             */
            status: "alive";
        };
        /** AllowanceChange */
        AllowanceChange: {
            /** Difference */
            difference: Exact;
            /** Granted */
            granted: Exact;
            /** Now */
            now: Exact;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /**
         * AllowancePreview
         * @description `preview` is the mark that applying asks for.
         */
        AllowancePreview: {
            /** Changes */
            changes: components["schemas"]["AllowanceChange"][];
            /** Preview */
            preview: string;
            /** Total */
            total: Exact;
        };
        /** AllowancesApplied */
        AllowancesApplied: {
            /** Total */
            total: Exact;
            /** Users Affected */
            users_affected: number;
        };
        /** ApiKey */
        ApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated From */
            rotated_from: string | null;
            /** Scopes */
            scopes: string[];
        };
        /** ApplicantPageWire */
        ApplicantPageWire: {
            /** Applicants */
            applicants: components["schemas"]["ApplicantWire"][];
            /** Total */
            total: number;
        };
        /**
         * ApplicantWire
         * @description `account` says whether an Open WebUI account was made: none, created or existed before.
         */
        ApplicantWire: {
            /** Account */
            account: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Full Name */
            full_name: string;
            /** Id */
            id: number;
            /** Processed */
            processed: boolean;
            /** Processed At */
            processed_at: string | null;
            /** Processed By */
            processed_by: string | null;
        };
        /**
         * ApplyAllowances
         * @description `preview` is the mark of the preview that was looked at.
         */
        ApplyAllowances: {
            /**
             * Lower
             * @default false
             */
            lower: boolean;
            /** Preview */
            preview: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Archived */
        Archived: {
            /** Archived */
            archived: number;
            /** Known */
            known: number;
        };
        /** ArchivedEntry */
        ArchivedEntry: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact | null;
            /** Balance After */
            balance_after: Exact | null;
            /** Cached Tokens */
            cached_tokens: number | null;
            /** Completion Tokens */
            completion_tokens: number | null;
            /** Created At */
            created_at: string | null;
            /** Entry Id */
            entry_id: number;
            /** Id */
            id: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "transaction" | "log";
            /** Metadata */
            metadata: string | null;
            /** Model Id */
            model_id: string | null;
            /** Prompt Tokens */
            prompt_tokens: number | null;
            /** Reason */
            reason: string;
            /** Reasoning Tokens */
            reasoning_tokens: number | null;
            /** Source */
            source: string;
            /** Type */
            type: string;
            /** User Id */
            user_id: string | null;
            /** User Name */
            user_name: string | null;
        };
        /** ArchiveEntry */
        ArchiveEntry: {
            /**
             * Actor
             * @default
             */
            actor: string;
            /** Amount */
            amount?: Exact | string | null;
            /** Balance After */
            balance_after?: Exact | string | null;
            /** Cached Tokens */
            cached_tokens?: number | null;
            /** Completion Tokens */
            completion_tokens?: number | null;
            /** Created At */
            created_at?: string | null;
            /** Entry Id */
            entry_id: number;
            /**
             * Kind
             * @default transaction
             * @enum {string}
             */
            kind: "transaction" | "log";
            /** Metadata */
            metadata?: string | null;
            /** Model Id */
            model_id?: string | null;
            /** Prompt Tokens */
            prompt_tokens?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Reasoning Tokens */
            reasoning_tokens?: number | null;
            /** Type */
            type: string;
            /**
             * User Id
             * @default
             */
            user_id: string;
        };
        /**
         * ArchivePage
         * @description `next_before` leads to the next page and is null on the last.
         */
        ArchivePage: {
            /** Entries */
            entries: components["schemas"]["ArchivedEntry"][];
            /** Next Before */
            next_before: number | null;
        };
        /**
         * ArchivePosition
         * @description The number of the last entry that is archived, by kind; 0 for none.
         */
        ArchivePosition: {
            /** Log */
            log: number;
            /** Transaction */
            transaction: number;
        };
        /** Assigned */
        Assigned: {
            plan: components["schemas"]["PlanWire"] | null;
            subscription: components["schemas"]["AssignedSubscription"];
            /**
             * Success
             * @constant
             */
            success: true;
        };
        /** AssignedSubscription */
        AssignedSubscription: {
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Id */
            id: string;
            /** Plan Id */
            plan_id: string;
            /** Status */
            status: string;
            /** User Id */
            user_id: string;
        };
        /** AssignRequest */
        AssignRequest: {
            /** Plan Id */
            plan_id: string;
            /**
             * Reset Usage
             * @default false
             */
            reset_usage: boolean;
        };
        /** AuditEntries */
        AuditEntries: {
            /** Entries */
            entries: components["schemas"]["AuditEntry"][];
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Total Is Exact */
            total_is_exact: boolean;
        };
        /** AuditEntry */
        AuditEntry: {
            /** Account Id */
            account_id: string | null;
            /** Actor */
            actor: string;
            /** After */
            after: unknown;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: unknown;
            /** Id */
            id: number;
            /** Log Type */
            log_type: string;
            /** Message */
            message: string;
            /** Model Id */
            model_id: string | null;
            /** Reason */
            reason: string | null;
            /** Trace Id */
            trace_id: string | null;
        };
        /** AuditItem */
        AuditItem: {
            /** Action */
            action: string;
            /** Audit Metadata */
            audit_metadata: unknown;
            /** Changes */
            changes: unknown;
            /** Created At */
            created_at: number;
            /** Description */
            description: string | null;
            /** Entity Id */
            entity_id: string;
            /** Entity Type */
            entity_type: string;
            /** Id */
            id: string;
            /** User Id */
            user_id: string;
        };
        /** AuditPage */
        AuditPage: {
            /** Items */
            items: components["schemas"]["AuditItem"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** AutoTopUpRequest */
        AutoTopUpRequest: {
            /** Amount Kopeks */
            amount_kopeks?: number | null;
            /** Enabled */
            enabled: boolean;
            /**
             * Month Max Kopeks
             * @description what any 30 days may cost; null: ten purchases
             */
            month_max_kopeks?: number | null;
            /** Threshold Kopeks */
            threshold_kopeks?: number | null;
        };
        /**
         * AutoTopUpSet
         * @description `month_max_kopeks`: what any 30 days may cost; null when disabled.
         */
        AutoTopUpSet: {
            /** Month Max Kopeks */
            month_max_kopeks: number | null;
            /**
             * Status
             * @constant
             */
            status: "ok";
        };
        /**
         * Balance
         * @description The lots are in the order in which they are spent, and sum to a balance that is no debt.
         */
        Balance: {
            /** Available */
            available: Exact;
            /** Balance */
            balance: Exact;
            /** Credit Line */
            credit_line: Exact;
            /** Email */
            email: string;
            /** Held */
            held: Exact;
            /** Id */
            id: string;
            /** Limits */
            limits: components["schemas"]["LimitLeft"][];
            /** Lots */
            lots: components["schemas"]["ledger_service__api__me__Lot"][];
            /** Name */
            name: string;
            next_allowance: components["schemas"]["NextAllowance"] | null;
            /** Role */
            role: string;
            /** Status */
            status: string;
        };
        /** Me */
        BillingMe: {
            plan: components["schemas"]["PlanWire"] | null;
            subscription: components["schemas"]["SubscriptionWire"] | null;
            /** Transactions */
            transactions: components["schemas"]["TransactionWire"][];
            /** Usage */
            usage: {
                [key: string]: components["schemas"]["Quota"];
            };
        };
        /** Body_login_auth_login_post */
        Body_login_auth_login_post: {
            /**
             * Otp
             * @default
             */
            otp: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /** Body_open_session_auth_session_post */
        Body_open_session_auth_session_post: {
            /**
             * Otp
             * @default
             */
            otp: string;
            /** Password */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * BooksCompared
         * @description `listed` by the provider, `changed` in our books, `alarms` that are open afterwards.
         */
        BooksCompared: {
            /** Alarms */
            alarms: number;
            /** Changed */
            changed: number;
            /** Listed */
            listed: number;
        };
        /**
         * BothFactors
         * @description The password, and what the authenticator app shows.
         */
        BothFactors: {
            /** Code */
            code: string;
            /** Password */
            password: string;
        };
        /** Breakdown */
        Breakdown: {
            /** By */
            by: string;
            /** Rows */
            rows: components["schemas"]["BreakdownRow"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * BreakdownRow
         * @description One of the four names, as `by` says.
         */
        BreakdownRow: {
            /** Credits Used */
            credits_used: Exact;
            /** Day */
            day?: string | null;
            /** Group */
            group?: string | null;
            /** Model */
            model?: string | null;
            /** Transactions Count */
            transactions_count: number;
            /** Unique Users */
            unique_users: number;
            /** Usage */
            usage: {
                [key: string]: number;
            };
            /** User */
            user?: string | null;
        };
        /**
         * BulkApproval
         * @description The previewed request with the preview's digest.
         */
        BulkApproval: {
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /** Digest */
            digest: string;
            /** Effective From */
            effective_from?: string | null;
            /** Is Free */
            is_free?: boolean | null;
            /** Model Ids */
            model_ids?: string[] | null;
            /** Multiply */
            multiply?: (Exact | string) | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Show
             * @default all
             * @enum {string}
             */
            show: "all" | "public" | "restricted" | "private" | "free" | "unpriced" | "inherited";
        };
        /** BulkDone */
        BulkDone: {
            /** Changed */
            changed: number;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * BulkPreview
         * @description `jumps` counts models whose change needs confirm_jump.
         */
        BulkPreview: {
            /** Changes */
            changes: components["schemas"]["PreviewedModel"][];
            /** Digest */
            digest: string;
            /** Jumps */
            jumps: number;
        };
        /**
         * BulkRequest
         * @description Which models, and what to do with their prices.
         */
        BulkRequest: {
            /** Effective From */
            effective_from?: string | null;
            /** Is Free */
            is_free?: boolean | null;
            /** Model Ids */
            model_ids?: string[] | null;
            /** Multiply */
            multiply?: (Exact | string) | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Search
             * @default
             */
            search: string;
            /**
             * Show
             * @default all
             * @enum {string}
             */
            show: "all" | "public" | "restricted" | "private" | "free" | "unpriced" | "inherited";
        };
        /** CancelRequest */
        CancelRequest: {
            /**
             * Immediate
             * @default false
             */
            immediate: boolean;
        };
        /**
         * CardTrial
         * @description The trial begins when the payer has bound a card at `confirmation_url`.
         */
        CardTrial: {
            /** Binding Id */
            binding_id: string;
            /** Confirmation Url */
            confirmation_url: string;
            /** Status */
            status: string;
        };
        /**
         * CardTrialRequest
         * @description Sending it is the payer's consent to be charged when the trial ends.
         */
        CardTrialRequest: {
            /** Plan Id */
            plan_id: string;
            /** Return Url */
            return_url: string;
        };
        /** Change */
        Change: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Actor Id */
            actor_id: string;
            /** Actor Kind */
            actor_kind: string;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Model Id */
            model_id: string | null;
            /** Reason */
            reason: string;
            /** Trace Id */
            trace_id: string;
        };
        /** ChangeAccount */
        ChangeAccount: {
            /** Credit Line */
            credit_line?: Exact | string | null;
            /** Reason */
            reason: string;
            /** Status */
            status?: ("open" | "suspended" | "closed") | null;
        };
        /** ChangeAdmin */
        ChangeAdmin: {
            /** Disabled */
            disabled?: boolean | null;
            /** Password */
            password?: string | null;
            /** Reason */
            reason?: string | null;
            /**
             * Remove Second Factor
             * @default false
             */
            remove_second_factor: boolean;
            /** Role */
            role?: ("owner" | "accountant" | "support" | "read-only") | null;
        };
        /** ChangedAccount */
        ChangedAccount: {
            /** Available */
            available: Exact;
            /** Balance */
            balance: Exact;
            /** Credit Line */
            credit_line: Exact;
            /** Status */
            status: string;
            /** User Id */
            user_id: string;
        };
        /** ChangeMembers */
        ChangeMembers: {
            /**
             * Add
             * @default []
             */
            add: string[];
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Remove
             * @default []
             */
            remove: string[];
        };
        /** ChangePage */
        ChangePage: {
            /** Changes */
            changes: components["schemas"]["Change"][];
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
        };
        /** ChangePassword */
        ChangePassword: {
            /** Current */
            current: string;
            /** New */
            new: string;
        };
        /** ChurnReport */
        ChurnReport: {
            /** From */
            from: number;
            /** Items */
            items: components["schemas"]["ChurnRow"][];
            /** To */
            to: number;
            /** Truncated */
            truncated: boolean;
        };
        /** ChurnRow */
        ChurnRow: {
            /** At End */
            at_end: number;
            /** At Start */
            at_start: number;
            /** Churn */
            churn: Exact | null;
            /** Currency */
            currency: string;
            /** Gained */
            gained: number;
            /** Lost */
            lost: number;
            /** Since */
            since: number;
            /** Until */
            until: number;
        };
        /** Code */
        Code: {
            /** Code */
            code: string;
        };
        /** CompareRequest */
        CompareRequest: {
            /**
             * Hours
             * @description how far back
             * @default 72
             */
            hours: number;
        };
        /** ContactWire */
        ContactWire: {
            /** Billing Contact Email */
            billing_contact_email: string | null;
            /** Billing Contact Phone */
            billing_contact_phone: string | null;
            /** Billing Language */
            billing_language: string | null;
        };
        /** CreatePlan */
        CreatePlan: {
            /**
             * Currency
             * @default RUB
             * @enum {string}
             */
            currency: "RUB" | "USD" | "EUR";
            /** Description */
            description?: string | null;
            /** Description Ru */
            description_ru?: string | null;
            /**
             * Display Order
             * @default 0
             */
            display_order: number;
            /** Features */
            features?: string[] | null;
            /** Id */
            id?: string | null;
            /**
             * Included Credits
             * @default 0
             */
            included_credits: Exact | string;
            /**
             * Interval
             * @enum {string}
             */
            interval: "day" | "week" | "month" | "year";
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /** Name */
            name: string;
            /** Name Ru */
            name_ru?: string | null;
            /** Price */
            price: Exact | string;
            /** Quotas */
            quotas?: {
                [key: string]: number | null;
            } | null;
            /**
             * Trial Days
             * @default 0
             */
            trial_days: number;
        };
        /**
         * CreatePromoCode
         * @description `plan_ids` null: every plan, empty: none. Limits null: none.
         */
        CreatePromoCode: {
            /**
             * Applies To Top Ups
             * @default true
             */
            applies_to_top_ups: boolean;
            /** Code */
            code?: string | null;
            /**
             * Currency
             * @description of a fixed amount
             */
            currency?: ("RUB" | "USD" | "EUR") | null;
            /** Ends At */
            ends_at?: number | null;
            /**
             * Is Active
             * @default true
             */
            is_active: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "percent" | "amount" | "credits";
            /**
             * Max Per User
             * @default 1
             */
            max_per_user: number | null;
            /** Max Redemptions */
            max_redemptions?: number | null;
            /** Note */
            note?: string | null;
            /** Plan Ids */
            plan_ids?: string[] | null;
            /** Starts At */
            starts_at?: number | null;
            /** Value */
            value: Exact | string;
        };
        /** CreditsSet */
        CreditsSet: {
            /** Credits */
            credits: Exact;
            /** Id */
            id: string;
            /** Status */
            status: string;
        };
        /** CurrentUsage */
        CurrentUsage: {
            /** Current Usage */
            current_usage: components["schemas"]["CurrentUser"][];
            /** Month */
            month: number;
            /** Year */
            year: number;
        };
        /** CurrentUser */
        CurrentUser: {
            /** Current Balance */
            current_balance: Exact;
            /** Group Name */
            group_name: string | null;
            usage: components["schemas"]["MonthOfUser"];
            /** User Email */
            user_email: string | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** DayOfUse */
        DayOfUse: {
            /** Charges */
            charges: number;
            /** Credits Used */
            credits_used: Exact;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Users */
            users: number;
        };
        /** DeadLetter */
        DeadLetter: {
            /** Aggregate Id */
            aggregate_id: string;
            /**
             * Died At
             * Format: date-time
             */
            died_at: string;
            /** Error */
            error: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
            /**
             * Happened At
             * Format: date-time
             */
            happened_at: string;
            /** Stream */
            stream: string;
            /** Type */
            type: string;
        };
        /** DeadLetters */
        DeadLetters: {
            /** Dead Letters */
            dead_letters: components["schemas"]["DeadLetter"][];
            /**
             * Next
             * @description `before` of the next page; null at the end
             */
            next: string | null;
            /** Total */
            total: number;
        };
        /**
         * Decided
         * @description A proposal that is still open says why in `problem`.
         */
        Decided: {
            /** Id */
            id: string;
            /** Model Id */
            model_id: string;
            /** Problem */
            problem?: {
                [key: string]: unknown;
            } | null;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "approved" | "rejected";
        };
        /**
         * DecisionRequest
         * @description About open proposals with these ids, or about all open ones of a batch.
         */
        DecisionRequest: {
            /** Batch Id */
            batch_id?: string | null;
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /**
             * Decision
             * @enum {string}
             */
            decision: "approve" | "reject";
            /** Effective From */
            effective_from?: string | null;
            /** Ids */
            ids?: string[] | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Decisions */
        Decisions: {
            /** Decided */
            decided: number;
            /** Not Open */
            not_open: string[];
            /** Results */
            results: components["schemas"]["Decided"][];
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * Deduction
         * @description What was charged. `deducted` is what the balance covered; the `shortfall` became debt.
         */
        Deduction: {
            cached_tokens: number;
            completion_cost: Exact;
            cost: Exact;
            deducted: Exact;
            /** @default null */
            hold_id: string | null;
            is_free: boolean;
            new_balance: Exact;
            price_version: string;
            prompt_cost: Exact;
            reasoning_tokens: number;
            replayed: boolean;
            shortfall: Exact;
            success: boolean;
            transaction_id: number;
        };
        /**
         * DeductTokens
         * @description A charge is refused where a limit is used up already; one that passes it is posted.
         *
         *         `usage` by unit replaces the four token counts where it counts tokens, else it is added to them.
         *         `only_if_allowed` true: refuse also what the balance or a limit does not cover, instead of debt.
         *         False: nothing is refused, for what was used while nobody could ask.
         */
        DeductTokens: {
            /** @default auto-system */
            actor: string;
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            /** @default null */
            idempotency_key: string | null;
            model_id: string;
            /** @default null */
            only_if_allowed: boolean | null;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
            user_id: string;
        };
        /** Deleted */
        Deleted: {
            /** Message */
            message: string;
            /**
             * Success
             * @constant
             */
            success: true;
        };
        /** Delivery */
        Delivery: {
            /**
             * Database Now
             * Format: date-time
             */
            database_now: string;
            /** Dead Letters */
            dead_letters: number;
            /**
             * Now
             * Format: date-time
             */
            now: string;
            outbox: components["schemas"]["Outbox"];
            /**
             * Redis
             * @enum {string}
             */
            redis: "up" | "down";
            /** Replays */
            replays: components["schemas"]["Replay"][];
            /** Service */
            service: string;
            /** Streams */
            streams: components["schemas"]["Stream"][];
        };
        /** Dependency */
        Dependency: {
            /** Ms */
            ms: Exact;
            /** Reason */
            reason?: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "up" | "down";
        };
        /** Done */
        Done: {
            /**
             * Status
             * @constant
             */
            status: "ok";
        };
        /** DoneWire */
        DoneWire: {
            /** Affected */
            affected: number;
            /** Message */
            message: string;
            /** Status */
            status: string;
        };
        /** DriftOfKindWire */
        DriftOfKindWire: {
            /** Changed */
            changed: number;
            /** Closed */
            closed: number;
            /** Created */
            created: number;
            /** Items */
            items: {
                [key: string]: unknown;
            }[];
            /** Refused */
            refused: string | null;
            /** Seen */
            seen: number;
        };
        /** DriftWire */
        DriftWire: {
            /** Errors */
            errors: {
                [key: string]: string;
            }[];
            /** In Sync */
            in_sync: boolean;
            /** Kinds */
            kinds: {
                [key: string]: components["schemas"]["DriftOfKindWire"];
            };
        };
        /**
         * EndRequest
         * @description `immediate` ends it now; else it runs to the end of what is paid.
         */
        EndRequest: {
            /**
             * Immediate
             * @default false
             */
            immediate: boolean;
        };
        /** Entry */
        Entry: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /** Actor Kind */
            actor_kind: string;
            /** Address */
            address: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: number;
            /** Reason */
            reason: string | null;
            /** Target */
            target: string;
            /** Trace Id */
            trace_id: string;
        };
        /** ExtendedHold */
        ExtendedHold: {
            amount: Exact;
            available: Exact;
            expires_at: string;
            hold_id: string;
        };
        /** ExtendHold */
        ExtendHold: {
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            ttl_s: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** FailedLetter */
        FailedLetter: {
            /** Error */
            error: string;
            /**
             * Event Id
             * Format: uuid
             */
            event_id: string;
        };
        /** FailedPayment */
        FailedPayment: {
            /** Amount */
            amount: Exact;
            /** Attempt */
            attempt: number | null;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Email */
            email: string;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Plan Id */
            plan_id: string | null;
            /** Provider Id */
            provider_id: string | null;
            /** Reason */
            reason: string | null;
            /** Status */
            status: string;
            /** User Id */
            user_id: string;
        };
        /** FailedPaymentsReport */
        FailedPaymentsReport: {
            /** From */
            from: number;
            /** Items */
            items: components["schemas"]["FailedPayment"][];
            /** To */
            to: number;
            /** Truncated */
            truncated: boolean;
        };
        /** Following */
        Following: {
            /** Model Id */
            model_id: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** FreeStatus */
        FreeStatus: {
            /** Is Free */
            is_free: boolean;
            /** Model Id */
            model_id: string;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /** FreeUpdate */
        FreeUpdate: {
            /**
             * Is Free
             * @default false
             */
            is_free: boolean;
            /** Model Id */
            model_id?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** Done */
        gateway__api__admins__Done: {
            /**
             * Status
             * @default success
             */
            status: string;
        };
        /** Done */
        gateway__api__auth__Done: {
            /** Message */
            message: string;
        };
        /** GrantBatch */
        GrantBatch: {
            /** Actor */
            actor: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Granted */
            granted: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Lines */
            lines: number;
            /** Reason */
            reason: string;
            /** Status */
            status: string;
            /** Taken Back */
            taken_back: number;
            /** Total */
            total: Exact;
            /** Undone By */
            undone_by: string | null;
        };
        /** GrantBatches */
        GrantBatches: {
            /** Batches */
            batches: components["schemas"]["GrantBatch"][];
        };
        /** Granted */
        Granted: {
            /** Amount */
            amount: Exact;
            /** Balance */
            balance: Exact;
            /** Replayed */
            replayed: boolean;
            /** Transaction Id */
            transaction_id: number;
            /** User Id */
            user_id: string;
        };
        /** GrantLine */
        GrantLine: {
            /** Amount */
            amount: Exact;
            /** Balance */
            balance: Exact;
            /** Expires At */
            expires_at: string | null;
            /** Line */
            line: number;
            /** Reason */
            reason: string;
            /** Source */
            source: string;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** GrantPreview */
        GrantPreview: {
            /**
             * Dry Run
             * @constant
             */
            dry_run: true;
            /** Errors */
            errors: components["schemas"]["LineError"][];
            /** Lines */
            lines: components["schemas"]["GrantLine"][];
            /** Total */
            total: Exact;
        };
        /** GroupOf */
        GroupOf: {
            /** Default Credits */
            default_credits: Exact;
            /** Id */
            id: string;
            /** Is System Group */
            is_system_group: boolean;
            /** Name */
            name: string;
        };
        /** GroupOfUser */
        GroupOfUser: {
            default_credits: Exact;
            id: string;
            is_system_group: boolean;
            name: string;
        };
        /** Health */
        Health: {
            /** Dependencies */
            dependencies: {
                [key: string]: components["schemas"]["Dependency"];
            };
            /** Service */
            service: string;
            /**
             * Status
             * @enum {string}
             */
            status: "healthy" | "degraded";
            /** Version */
            version: string;
        };
        /** HintWire */
        HintWire: {
            /** Status */
            status: string;
        };
        /** History */
        "History-Input": {
            /** Entries */
            entries: components["schemas"]["ArchiveEntry"][];
            /** Source */
            source: string;
        };
        /** History */
        "History-Output": {
            /** Next Before */
            next_before: number | null;
            /** Transactions */
            transactions: components["schemas"]["Transaction"][];
        };
        /** HistoryPage */
        HistoryPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Versions */
            versions: components["schemas"]["PastVersion"][];
        };
        /** HoldDetail */
        HoldDetail: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact;
            /** Counted */
            counted: {
                [key: string]: number;
            };
            /** Counted Amount */
            counted_amount: Exact;
            /** Ended At */
            ended_at: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Free */
            is_free: boolean;
            /** Max Tokens */
            max_tokens: number | null;
            /** Model Id */
            model_id: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Price Version */
            price_version: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "settled" | "released" | "expired";
            /** Transaction Ids */
            transaction_ids: number[];
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string | null;
        };
        /** HoldOfAccount */
        HoldOfAccount: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact;
            /** Counted Amount */
            counted_amount: Exact;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Max Tokens */
            max_tokens: number | null;
            /** Model Id */
            model_id: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /** HoldThen */
        HoldThen: {
            /** Amount */
            amount: Exact;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Max Tokens */
            max_tokens: number | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Status */
            status: string;
        };
        /**
         * Imported
         * @description What a file proposed. `skipped` lists the first 200 of `skipped_total`.
         *
         *     `unknown` counts prices of models that we do not know and that were not asked for.
         */
        Imported: {
            /** Batch Id */
            batch_id: string;
            /** Proposed */
            proposed: number;
            /** Read */
            read: number;
            /** Skipped */
            skipped: components["schemas"]["SkippedEntry"][];
            /** Skipped Total */
            skipped_total: number;
            /** Source */
            source: string;
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Unchanged */
            unchanged: number;
            /** Unknown */
            unknown: number;
        };
        /** IssueGrant */
        IssueGrant: {
            /** Amount */
            amount: Exact | string;
            /** Expires At */
            expires_at?: string | null;
            /** Reason */
            reason: string;
            /**
             * Source
             * @default manual
             */
            source: string;
            /** User Id */
            user_id: string;
        };
        /** IssueKey */
        IssueKey: {
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason?: string | null;
            /** Scopes */
            scopes: string[];
        };
        /** IssueLink */
        IssueLink: {
            /** User Id */
            user_id: string;
        };
        /**
         * KeptHold
         * @description `counted` is what a long answer has reported so far: it is charged if the hold expires.
         */
        KeptHold: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact;
            /** Counted */
            counted: {
                [key: string]: number;
            };
            /** Counted Amount */
            counted_amount: Exact;
            /** Ended At */
            ended_at: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Free */
            is_free: boolean;
            /** Max Tokens */
            max_tokens: number | null;
            /** Model Id */
            model_id: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Price Version */
            price_version: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "settled" | "released" | "expired";
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string | null;
        };
        /**
         * KeptHolds
         * @description `next` is the `after` of the next page, null on the last.
         */
        KeptHolds: {
            /** Holds */
            holds: components["schemas"]["KeptHold"][];
            /** Next */
            next: string | null;
        };
        /**
         * Lot
         * @description `expires_at` is null for credits that last.
         */
        ledger_service__api__me__Lot: {
            /** Amount */
            amount: Exact;
            /** Expires At */
            expires_at: string | null;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Remaining */
            remaining: Exact;
            /** Source */
            source: string;
        };
        /**
         * Lot
         * @description `expires_at` is null for credits that last.
         */
        ledger_service__api__wire__Lot: {
            /** Actor */
            actor: string | null;
            /** Amount */
            amount: Exact;
            /** Expires At */
            expires_at: string | null;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Period */
            period: string | null;
            /** Reason */
            reason: string | null;
            /** Reference */
            reference: string | null;
            /** Remaining */
            remaining: Exact;
            /** Source */
            source: string;
            /** Transaction Id */
            transaction_id: number | null;
        };
        /** Limit */
        Limit: {
            /** Cap */
            cap: Exact;
            /** Ends At */
            ends_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Metric */
            metric: string;
            /** Model Id */
            model_id: string | null;
            /** Per */
            per: string;
            /** Scope */
            scope: string;
            /** Source */
            source: string;
            /** Starts At */
            starts_at: string | null;
            /** Subject */
            subject: string;
        };
        /**
         * LimitLeft
         * @description `used` counts what open holds reserve; the limit is free again at `frees_at`.
         */
        LimitLeft: {
            /** Cap */
            cap: Exact;
            /**
             * Frees At
             * Format: date-time
             */
            frees_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left */
            left: Exact;
            /** Metric */
            metric: string;
            /** Model Id */
            model_id: string | null;
            /** Per */
            per: string;
            /** Source */
            source: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Used */
            used: Exact;
        };
        /**
         * LimitOfUser
         * @description `used` counts what open holds reserve; the limit is free again at `frees_at`.
         */
        LimitOfUser: {
            /** Cap */
            cap: Exact;
            /**
             * Frees At
             * Format: date-time
             */
            frees_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Left */
            left: Exact;
            /** Metric */
            metric: string;
            /** Model Id */
            model_id: string | null;
            /** Per */
            per: string;
            /** Scope */
            scope: string;
            /** Source */
            source: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Used */
            used: Exact;
        };
        /**
         * Line
         * @description `count` units at `price` credits each make `amount`.
         */
        Line: {
            /** Amount */
            amount: Exact;
            /** Count */
            count: number;
            /** Price */
            price: Exact;
            /** Unit */
            unit: string;
        };
        /** LineError */
        LineError: {
            /** Line */
            line: number;
            /** Message */
            message: string;
        };
        /** Link */
        Link: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Url
             * @description opens the user's own page, once
             */
            url: string;
        };
        /** ListedGroup */
        ListedGroup: {
            /** Default Credits */
            default_credits: Exact;
            /** Id */
            id: string;
            /** Is Own */
            is_own: boolean;
            /** Is System Group */
            is_system_group: boolean;
            /** Members */
            members: number;
            /** Name */
            name: string;
            /** Priority */
            priority: number;
        };
        /**
         * ListedModel
         * @description One entry of the public list.
         */
        ListedModel: {
            /**
             * Access Level
             * @enum {string}
             */
            access_level: "public" | "restricted";
            /** Context Price */
            context_price: Exact;
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Generation Price */
            generation_price: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /**
         * ListedTransaction
         * @description Tokens and `usage` are null where nothing was charged. `amount` is signed.
         */
        ListedTransaction: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Cached Tokens */
            cached_tokens: number | null;
            /** Completion Tokens */
            completion_tokens: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Hold Id */
            hold_id: string | null;
            /** Id */
            id: number;
            /** Model Id */
            model_id: string | null;
            /** Price Version */
            price_version: string | null;
            /** Prompt Tokens */
            prompt_tokens: number | null;
            /** Reason */
            reason: string;
            /** Reasoning Tokens */
            reasoning_tokens: number | null;
            /** Sequence */
            sequence: number;
            /** Trace Id */
            trace_id: string | null;
            /** Transaction Type */
            transaction_type: string;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** ListedUser */
        ListedUser: {
            /** Available */
            available: Exact;
            /** Avatar */
            avatar: string;
            /** Credits */
            credits: Exact;
            /** Email */
            email: string | null;
            /** Group Id */
            group_id: string | null;
            /** Groups */
            groups: components["schemas"]["GroupOf"][];
            /** Held */
            held: Exact;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string | null;
            /** Status */
            status: string;
            /** Total Default Credits */
            total_default_credits: Exact;
        };
        /** Lots */
        Lots: {
            /** Grants */
            grants: components["schemas"]["ledger_service__api__wire__Lot"][];
        };
        /**
         * LotThen
         * @description A lot that paid for a charge. Where `paid` is null it cannot be told; it may have paid.
         */
        LotThen: {
            /** Amount */
            amount: Exact;
            /** Expires At */
            expires_at: string | null;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Paid */
            paid: Exact | null;
            /** Source */
            source: string;
        };
        /**
         * ManagedModel
         * @description A model as administrators see it.
         */
        ManagedModel: {
            /**
             * Access
             * @enum {string}
             */
            access: "public" | "restricted" | "private";
            /** Base Model Id */
            base_model_id: string | null;
            /** Context Price */
            context_price: Exact;
            /** Context Price Usd */
            context_price_usd: Exact;
            /** Effective From */
            effective_from: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Generation Price Usd */
            generation_price_usd: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Active */
            is_active: boolean;
            /** Is Available */
            is_available: boolean;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Prices Usd */
            prices_usd: {
                [key: string]: Exact;
            };
            /** Restricted By Admin */
            restricted_by_admin: boolean | null;
            /** Scheduled */
            scheduled: components["schemas"]["Scheduled"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "closed";
            /** Version Id */
            version_id: string | null;
        };
        /** Me */
        Me: {
            /**
             * Is Admin
             * @default true
             */
            is_admin: boolean;
            /** Permissions */
            permissions: string[];
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /** Member */
        Member: {
            /** Email */
            email: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string | null;
        };
        /** Members */
        Members: {
            /** Members */
            members: components["schemas"]["Member"][];
            /** Total */
            total: number;
        };
        /**
         * MembersChanged
         * @description How many joined and left, of those that were named.
         */
        MembersChanged: {
            /** Group Id */
            group_id: string;
            /** Joined */
            joined: number;
            /** Left */
            left: number;
        };
        /** MetricUsage */
        MetricUsage: {
            /** Current Usage */
            current_usage: number;
            /** Metric */
            metric: string;
            /** Quota Limit */
            quota_limit: number | null;
            /** Remaining */
            remaining: number | null;
        };
        /**
         * ModelPrice
         * @description The price of one model. `priced` is false where the default price applies.
         */
        ModelPrice: {
            /** Context Price */
            context_price: Exact;
            /** Effective From */
            effective_from?: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from?: string | null;
            /** Is Available */
            is_available?: boolean | null;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted?: boolean | null;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /** @description A refusal of a model call: a Problem with the member that OpenAI has. */
        ModelProblem: {
            error: {
                code: string;
                message: string;
                param: null;
                type: string;
            };
        } & components["schemas"]["Problem"];
        /** MonthlyStatistics */
        MonthlyStatistics: {
            /** Month */
            month: number;
            summary: components["schemas"]["Totals"] | null;
            /** User Statistics */
            user_statistics: components["schemas"]["MonthRow"][];
            /** Year */
            year: number;
        };
        /**
         * MonthOfUser
         * @description Without an id and without moments where nothing was used.
         */
        MonthOfUser: {
            /** Balance Before Reset */
            balance_before_reset: Exact | null;
            /** Created At */
            created_at?: string | null;
            /** Credits Used */
            credits_used: Exact;
            /** Id */
            id?: number | null;
            /** Models Used */
            models_used: string[];
            /** Month */
            month: number;
            /** Transactions Count */
            transactions_count: number;
            /** Updated At */
            updated_at?: string | null;
            /** User Id */
            user_id: string;
            /** Year */
            year: number;
        };
        /** MonthOfYear */
        MonthOfYear: {
            /** Month */
            month: number;
            /** Month Name */
            month_name: string;
            summary: components["schemas"]["Totals"] | null;
        };
        /** MonthRow */
        MonthRow: {
            /** Balance Before Reset */
            balance_before_reset: Exact | null;
            /** Created At */
            created_at?: string | null;
            /** Credits Used */
            credits_used: Exact;
            /** Current Balance */
            current_balance: Exact;
            /** Group Name */
            group_name: string | null;
            /** Id */
            id?: number | null;
            /** Models Used */
            models_used: string[];
            /** Month */
            month: number;
            /** Transactions Count */
            transactions_count: number;
            /** Updated At */
            updated_at?: string | null;
            /** User Email */
            user_email: string | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
            /** Year */
            year: number;
        };
        /** NewApiKey */
        NewApiKey: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /**
             * Key
             * @description shown this once
             */
            key: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated From */
            rotated_from: string | null;
            /** Scopes */
            scopes: string[];
        };
        /** NextAllowance */
        NextAllowance: {
            /** Amount */
            amount: Exact;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * Offer
         * @description `packages`, `min` and `max` are amounts of `currency`; each unit buys `credits_per_unit`.
         */
        Offer: {
            /** Any Amount */
            any_amount: boolean;
            /** Credits Per Unit */
            credits_per_unit: Exact;
            /** Currency */
            currency: string;
            /** Max */
            max: Exact;
            /** Min */
            min: Exact;
            /** Packages */
            packages: Exact[];
            /** Renewals */
            renewals: boolean;
            /** Subscriptions */
            subscriptions: boolean;
            /** Top Ups */
            top_ups: boolean;
        };
        /**
         * OpenedBalance
         * @description `amount` is what was taken over, now or before (then it may differ from what is asked).
         */
        OpenedBalance: {
            /** Allowance Taken Back */
            allowance_taken_back: Exact;
            /** Amount */
            amount: Exact | null;
            /** Balance */
            balance: Exact | null;
            /** Is New Account */
            is_new_account: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "opened" | "replayed" | "differs" | "unknown";
            /** Transaction Id */
            transaction_id: number | null;
            /** User Id */
            user_id: string;
        };
        /** OpenedBalances */
        OpenedBalances: {
            /** Balances */
            balances: components["schemas"]["OpenedBalance"][];
        };
        /**
         * OpenedHold
         * @description `max_tokens` is what the reservation covers: send no more than this to the model.
         */
        OpenedHold: {
            amount: Exact;
            available: Exact;
            balance: Exact;
            expires_at: string;
            hold_id: string;
            is_free: boolean;
            max_tokens: number | null;
            model_id: string;
            price_version: string;
            user_id: string;
        };
        /**
         * OpenHold
         * @description `prompt_tokens` is an estimate; `usage` are other units (images …) that will be used.
         *
         *         `amount` reserves a fixed sum instead of the bound computed from these.
         */
        OpenHold: {
            /** @default auto-system */
            actor: string;
            /** @default true */
            allow_partial: boolean;
            /** @default null */
            amount: Exact | null;
            /** @default null */
            chat_id: string | null;
            /** @default null */
            idempotency_key: string | null;
            /** @default null */
            max_tokens: number | null;
            /** @default null */
            message_id: string | null;
            model_id: string;
            /** @default 0 */
            prompt_tokens: number;
            /** @default null */
            ttl_s: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
            user_id: string;
        };
        /**
         * OpeningBalance
         * @description `allowance`: what the user was given there for the running month, spent or not.
         */
        OpeningBalance: {
            /**
             * Allowance
             * @default 0
             */
            allowance: Exact | string;
            /** Balance */
            balance: Exact | string;
            /** User Id */
            user_id: string;
        };
        /**
         * OpeningBalances
         * @description `source` names the system: a user's balance is taken over once per source. `dry_run` does
         *     all of it and then takes it back.
         */
        OpeningBalances: {
            /** Balances */
            balances: components["schemas"]["OpeningBalance"][];
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /**
             * Only Known
             * @default false
             */
            only_known: boolean;
            /** Source */
            source: string;
        };
        /** Outbox */
        Outbox: {
            /** Oldest Unsent At */
            oldest_unsent_at: string | null;
            /**
             * Relay Seen Until
             * @description a live worker moves it on
             */
            relay_seen_until: string | null;
            /** Unsent */
            unsent: number;
        };
        /** OutboxReplay */
        OutboxReplay: {
            /** Asked */
            asked: boolean;
            /**
             * Facts
             * @description so many are kept and will be published again
             */
            facts: number;
        };
        /** Overview */
        Overview: {
            accounts: components["schemas"]["AccountTotals"];
            /** Active Users */
            active_users: number;
            /** Active Users Before */
            active_users_before: number;
            /** Charges */
            charges: number;
            /** Credits Used */
            credits_used: Exact;
            /** Credits Used Before */
            credits_used_before: Exact;
            /** Days */
            days: components["schemas"]["DayOfUse"][];
            /** Models */
            models: components["schemas"]["Share"][];
            /** Models Used */
            models_used: number;
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Users */
            users: components["schemas"]["Share"][];
        };
        /** OwnSession */
        OwnSession: {
            /**
             * Permissions
             * @default []
             */
            permissions: string[];
            /**
             * Role
             * @default
             */
            role: string;
            /** Signed In */
            signed_in: boolean;
            /**
             * Username
             * @default
             */
            username: string;
        };
        /** Page */
        Page: {
            /** Entries */
            entries: components["schemas"]["Entry"][];
            /**
             * Next
             * @description `before` of the next page; null at the end
             */
            next: number | null;
        };
        /** Password */
        Password: {
            /** Password */
            password: string;
        };
        /** PastReset */
        PastReset: {
            /** Error Message */
            error_message: string | null;
            /** Id */
            id: number;
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Reset Date
             * Format: date
             */
            reset_date: string;
            /**
             * Reset Timestamp
             * Format: date-time
             */
            reset_timestamp: string;
            /** Reset Type */
            reset_type: string;
            /** Status */
            status: string;
            /** Total Credits Reset */
            total_credits_reset: Exact;
            /** Users Affected */
            users_affected: number;
        };
        /**
         * PastVersion
         * @description A version of a model's own price; one that `inherits` has no prices.
         */
        PastVersion: {
            /** Actor */
            actor: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Inherits */
            inherits: boolean;
            /** Is Free */
            is_free: boolean;
            /** Model Id */
            model_id: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Reason */
            reason: string;
            /** Source */
            source: string;
            /** Version Id */
            version_id: string;
        };
        /** PaymentAnswer */
        PaymentAnswer: {
            /** Confirmation Url */
            confirmation_url: string;
            /** Payment Id */
            payment_id: string | null;
            /** Status */
            status: string;
            /** Transaction Id */
            transaction_id: string | null;
        };
        /** PaymentFile */
        PaymentFile: {
            /** Amount */
            amount: Exact;
            /** Attempt Number */
            attempt_number: number;
            /** Cancel Reason */
            cancel_reason: string | null;
            /** Confirmation Url */
            confirmation_url: string | null;
            /** Created At */
            created_at: number;
            /** Credits */
            credits: Exact;
            /** Currency */
            currency: string;
            /** Description */
            description: string;
            /** Email */
            email: string;
            /** Error */
            error: string | null;
            /** Events */
            events: components["schemas"]["SaleEvent"][];
            /** Id */
            id: string;
            /** Kind */
            kind: string | null;
            /** Paid At */
            paid_at: number | null;
            /** Period Number */
            period_number: number | null;
            /** Plan Id */
            plan_id: string | null;
            /** Plan Name */
            plan_name: string | null;
            /** Provider Id */
            provider_id: string | null;
            /** Provider Status */
            provider_status: string | null;
            /** Receipt Registration */
            receipt_registration: string | null;
            /** Refunded Amount */
            refunded_amount: Exact;
            /** Refunds */
            refunds: components["schemas"]["SoldRefund"][];
            /** Sent At */
            sent_at: number | null;
            /** Status */
            status: string;
            /** Subscription Id */
            subscription_id: string | null;
            /** Superseded At */
            superseded_at: number | null;
            /** Terms */
            terms: {
                [key: string]: unknown;
            };
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** PaymentPage */
        PaymentPage: {
            /** Items */
            items: components["schemas"]["SoldPayment"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** PaymentRequest */
        PaymentRequest: {
            /** Plan Id */
            plan_id: string;
            /** Promo Code */
            promo_code?: string | null;
            /** Return Url */
            return_url: string;
            /**
             * Save Payment Method
             * @description the payer agrees to be charged for the next periods
             * @default false
             */
            save_payment_method: boolean;
        };
        /** PlanOverview */
        PlanOverview: {
            /** Active Subscriptions */
            active_subscriptions: number;
            /** Canceled Subscriptions */
            canceled_subscriptions: number;
            /** Mrr */
            mrr: Exact;
            plan: components["schemas"]["PlanWire"];
            /** Total Subscriptions */
            total_subscriptions: number;
        };
        /** PlanWire */
        PlanWire: {
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Description */
            description: string | null;
            /** Description Ru */
            description_ru: string | null;
            /** Display Order */
            display_order: number;
            /** Features */
            features: string[] | null;
            /** Id */
            id: string;
            /** Included Credits */
            included_credits: Exact;
            /** Interval */
            interval: string;
            /** Is Active */
            is_active: boolean;
            /** Name */
            name: string;
            /** Name Ru */
            name_ru: string | null;
            /** Plan Extra Metadata */
            plan_extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Price */
            price: Exact;
            /** Quotas */
            quotas: {
                [key: string]: number;
            } | null;
            /** Trial Days */
            trial_days: number;
            /** Updated At */
            updated_at: number;
        };
        /** Posted */
        Posted: {
            /** Amount */
            amount: Exact;
            /** Balance */
            balance: Exact;
            /** Replayed */
            replayed: boolean;
            /** Transaction Id */
            transaction_id: number;
            /** User Id */
            user_id: string;
        };
        /** PreviewedModel */
        PreviewedModel: {
            after: components["schemas"]["Prices"];
            before: components["schemas"]["Prices"];
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Jumps */
            jumps: string[];
            /** Name */
            name: string;
        };
        /** Prices */
        Prices: {
            /** Is Free */
            is_free: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
        };
        /**
         * PriceUpdate
         * @description Unknown fields are ignored; `actor` is accepted and not believed.
         */
        PriceUpdate: {
            /**
             * Actor
             * @default admin
             */
            actor: string;
            /**
             * Confirm Jump
             * @default false
             */
            confirm_jump: boolean;
            /** Context Price */
            context_price: Exact | string;
            /** Effective From */
            effective_from?: string | null;
            /** Generation Price */
            generation_price: Exact | string;
            /**
             * Is Free
             * @default false
             */
            is_free: boolean;
            /** Is Restricted */
            is_restricted?: boolean | null;
            /** Model Id */
            model_id: string;
            /** Name */
            name?: string | null;
            /**
             * Price Mode
             * @default credits
             * @enum {string}
             */
            price_mode: "credits" | "usd";
            /**
             * Prices
             * @default {}
             */
            prices: {
                [key: string]: Exact | string | null;
            };
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** @description Every refusal. `type` is for programs; some have further members. */
        Problem: {
            /** @description for people; of a wrong value a list of errors that name their field */
            detail: string | {
                loc: (string | number)[];
                msg: string;
                type: string;
            }[];
            status: number;
            title: string;
            trace_id: string;
            type: string;
        };
        /**
         * ProcessedWire
         * @description The password of a new account is shown here, once, and stored nowhere.
         */
        ProcessedWire: {
            /** Account */
            account: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /** Full Name */
            full_name: string;
            /** Id */
            id: number;
            /** Processed */
            processed: boolean;
            /** Processed At */
            processed_at: string | null;
            /** Processed By */
            processed_by: string | null;
            /** Temporary Password */
            temporary_password?: string | null;
        };
        /** ProcessForm */
        ProcessForm: {
            /**
             * Create Account
             * @default false
             */
            create_account: boolean;
            /**
             * Role
             * @description role of the new account
             * @default user
             * @enum {string}
             */
            role: "user" | "pending";
        };
        /** PromoCodes */
        PromoCodes: {
            /** Items */
            items: components["schemas"]["PromoCodeWire"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** PromoCodeWire */
        PromoCodeWire: {
            /** Applies To Top Ups */
            applies_to_top_ups: boolean;
            /** Code */
            code: string;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string | null;
            /** Ends At */
            ends_at: number | null;
            /** Is Active */
            is_active: boolean;
            /** Kind */
            kind: string;
            /** Max Per User */
            max_per_user: number | null;
            /** Max Redemptions */
            max_redemptions: number | null;
            /** Note */
            note: string | null;
            /** Plan Ids */
            plan_ids: string[] | null;
            /** Redemptions */
            redemptions: number;
            /** Starts At */
            starts_at: number | null;
            /** Updated At */
            updated_at: number;
            /** Value */
            value: Exact;
        };
        /** ProposalPage */
        ProposalPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Proposals */
            proposals: components["schemas"]["ProposedPrice"][];
            /** Total */
            total: number;
        };
        /**
         * ProposedPrice
         * @description `jumps` are units whose approval needs confirm_jump.
         *
         *     Where the file does not say whether the model is free, `is_free` is null, and the model stays as
         *     it is when the proposal is approved.
         */
        ProposedPrice: {
            /** Batch Id */
            batch_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Current Prices */
            current_prices: {
                [key: string]: Exact;
            } | null;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** Id */
            id: string;
            /** Is Free */
            is_free: boolean | null;
            /** Jumps */
            jumps: string[];
            /** Model Id */
            model_id: string;
            /** Name */
            name: string | null;
            /** Note */
            note: string;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Source */
            source: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "approved" | "rejected" | "superseded";
        };
        /** PublicPlan */
        PublicPlan: {
            /** Currency */
            currency: string;
            /** Description */
            description: string | null;
            /** Description Ru */
            description_ru: string | null;
            /** Display Order */
            display_order: number;
            /** Features */
            features: string[];
            /** Id */
            id: string;
            /** Included Credits */
            included_credits: Exact;
            /** Interval */
            interval: string;
            /** Name */
            name: string;
            /** Name Ru */
            name_ru: string | null;
            /** Price */
            price: Exact;
            /** Quotas */
            quotas: {
                [key: string]: number;
            };
            /** Trial Days */
            trial_days: number;
        };
        /**
         * PublicPrice
         * @description Credits as decimal strings: for `per_tokens` tokens, or for one image, second or request.
         *
         *     A unit that is missing is charged like the unit that it is a kind of. Where `is_free` is true
         *     nothing is charged.
         */
        PublicPrice: {
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Prices */
            prices: {
                [key: string]: string;
            };
            /** Version Id */
            version_id: string;
        };
        /**
         * PublicPrices
         * @description `version` names this state of the price book.
         */
        PublicPrices: {
            /** Models */
            models: components["schemas"]["PublicPrice"][];
            /** Per Tokens */
            per_tokens: number;
            /** Version */
            version: string;
        };
        /** PublishedWire */
        PublishedWire: {
            /** Published */
            published: {
                [key: string]: number;
            };
            /** Status */
            status: string;
        };
        /** Quota */
        Quota: {
            /** Current */
            current: number;
            /** Limit */
            limit: number | null;
        };
        /** QuotaShare */
        QuotaShare: {
            /** Limit */
            limit: number | null;
            /** Percentage */
            percentage: Exact | null;
            /** Remaining */
            remaining: number | null;
            /** Used */
            used: number;
        };
        /**
         * RankedUsage
         * @description `email` and `balance` are those of a user; a group has no number of models.
         */
        RankedUsage: {
            /** Balance */
            balance: Exact | null;
            /** Credits Used */
            credits_used: Exact;
            /** Email */
            email: string | null;
            /** Id */
            id: string;
            /** Models */
            models: number | null;
            /** Name */
            name: string;
            /** Transactions Count */
            transactions_count: number;
            /** Users */
            users: number;
        };
        /** Ready */
        Ready: {
            /** Dependencies */
            dependencies: {
                [key: string]: components["schemas"]["Dependency"];
            };
            /**
             * Status
             * @enum {string}
             */
            status: "ready" | "unavailable" | "leaving";
        };
        /**
         * Receipt
         * @description The lines sum to the amount; so does what the lots `paid`, with the `debt`.
         *
         *     `covered` is what was available when charged, with the credit line and without what other
         *     calls had reserved; the `shortfall` is the rest.
         */
        Receipt: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Covered */
            covered: Exact;
            /** Debt */
            debt: Exact;
            hold: components["schemas"]["HoldThen"] | null;
            /** Id */
            id: number;
            /** Lines */
            lines: components["schemas"]["Line"][];
            /** Lots */
            lots: components["schemas"]["LotThen"][];
            /** Model Id */
            model_id: string | null;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Price Version */
            price_version: string | null;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Shortfall */
            shortfall: Exact;
            /** Trace Id */
            trace_id: string;
            /** Type */
            type: string;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** RecentUsage */
        RecentUsage: {
            /** By Day */
            by_day: components["schemas"]["UsedOnDay"][];
            /** By Model */
            by_model: components["schemas"]["UsedOfModel"][];
            /**
             * Since
             * Format: date
             */
            since: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /** ReconcileRequest */
        ReconcileRequest: {
            /**
             * Payment Id
             * @default
             */
            payment_id: string;
        };
        /** Reconciliation */
        Reconciliation: {
            /** Credited */
            credited: boolean;
            /** Payment Id */
            payment_id: string;
            /** Payment Status */
            payment_status: string;
            /** Provider Status */
            provider_status: string | null;
        };
        /** Redemption */
        Redemption: {
            /** Credits */
            credits: Exact;
            /** Currency */
            currency: string | null;
            /** Discount */
            discount: Exact;
            /** Id */
            id: string;
            /** Payment Id */
            payment_id: string | null;
            /** Payment Status */
            payment_status: string | null;
            /** Plan Id */
            plan_id: string | null;
            /** Redeemed At */
            redeemed_at: number;
            /** Returned At */
            returned_at: number | null;
            /** User Id */
            user_id: string;
        };
        /** Redemptions */
        Redemptions: {
            /** Items */
            items: components["schemas"]["Redemption"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** RefundAnswer */
        RefundAnswer: {
            /** Amount */
            amount: Exact;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Id */
            id: string;
            /** Payment Id */
            payment_id: string;
            /** Status */
            status: string;
            /** Yookassa Refund Id */
            yookassa_refund_id: string | null;
        };
        /** RefundPage */
        RefundPage: {
            /** Items */
            items: components["schemas"]["SoldRefund"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** RefundRequest */
        RefundRequest: {
            /**
             * Amount
             * @description absent: all that is left
             */
            amount?: (Exact | string) | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** RegisteredWire */
        RegisteredWire: {
            /** Message */
            message: string;
            /** Status */
            status: string;
        };
        /** ReleasedHold */
        ReleasedHold: {
            hold_id: string;
            status: string;
        };
        /** ReleaseHold */
        ReleaseHold: Record<string, never>;
        /** Removed */
        Removed: {
            /** Id */
            id: string;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /** Replay */
        Replay: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Id */
            id: number;
            /** Outcome */
            outcome: string;
            /** Reason */
            reason: string;
            /** Trace Id */
            trace_id: string;
            /** What */
            what: string;
        };
        /** ReplayedLetters */
        ReplayedLetters: {
            /** Failed */
            failed: components["schemas"]["FailedLetter"][];
            /** Replayed */
            replayed: string[];
        };
        /**
         * ReplayLetters
         * @description `ids` names dead letters; without it all are meant, the oldest first, 500 at most.
         */
        ReplayLetters: {
            /** Ids */
            ids?: string[] | null;
            /** Reason */
            reason: string;
        };
        /** ResetDone */
        ResetDone: {
            /** Message */
            message: string;
            /**
             * Reset Date
             * Format: date
             */
            reset_date: string;
            /** Reset Id */
            reset_id: number;
            /** Success */
            success: boolean;
            /** Total Credits Reset */
            total_credits_reset: Exact;
            /** Users Affected */
            users_affected: number;
        };
        /** ResetStatus */
        ResetStatus: {
            /** Checker Status */
            checker_status: string;
            /** Last Reset Date */
            last_reset_date: string | null;
            /** Needs Reset */
            needs_reset: boolean;
            /** Period */
            period: string;
            /** Reset History */
            reset_history: components["schemas"]["PastReset"][];
        };
        /** ResolveRequest */
        ResolveRequest: {
            /** Reason */
            reason: string;
        };
        /** RestrictionStatus */
        RestrictionStatus: {
            /** Is Restricted */
            is_restricted: boolean;
            /** Model Id */
            model_id: string;
            /**
             * Status
             * @constant
             */
            status: "success";
        };
        /**
         * RestrictionUpdate
         * @description `is_restricted: null` follows Open WebUI again.
         */
        RestrictionUpdate: {
            /**
             * Is Restricted
             * @default false
             */
            is_restricted: boolean | null;
            /** Model Id */
            model_id?: string | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** RevenueReport */
        RevenueReport: {
            /** From */
            from: number;
            /** Items */
            items: components["schemas"]["RevenueRow"][];
            /** To */
            to: number;
            /** Truncated */
            truncated: boolean;
        };
        /** RevenueRow */
        RevenueRow: {
            /** Currency */
            currency: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Gross */
            gross: Exact;
            /** Kind */
            kind: string;
            /** Net */
            net: Exact;
            /** Payments */
            payments: number;
            /** Refunded */
            refunded: Exact;
            /** Refunds */
            refunds: number;
        };
        /** RotateKey */
        RotateKey: {
            /**
             * Overlap S
             * @description the old key goes on
             * @default 3600
             */
            overlap_s: number;
            /** Reason */
            reason?: string | null;
        };
        /** RunsWire */
        RunsWire: {
            /** Next Before */
            next_before: number | null;
            /** Runs */
            runs: components["schemas"]["RunWire"][];
        };
        /** RunWire */
        RunWire: {
            /** Actor */
            actor: string;
            /** Cancelled By */
            cancelled_by: string | null;
            /** Counts */
            counts: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Errors */
            errors: {
                [key: string]: string;
            }[];
            /** Finished At */
            finished_at: string | null;
            /** Forced */
            forced: boolean;
            /** Id */
            id: number;
            /** Kinds */
            kinds: string[];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Status */
            status: string;
            /** Trigger */
            trigger: string;
        };
        /** SaleEvent */
        SaleEvent: {
            /** At */
            at: number;
            /** Detail */
            detail: string;
            /** What */
            what: string;
        };
        /**
         * Scheduled
         * @description A price that applies from a moment in the future on.
         */
        Scheduled: {
            /**
             * Effective From
             * Format: date-time
             */
            effective_from: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Free */
            is_free: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Version Id */
            version_id: string;
        };
        /** SecondFactor */
        SecondFactor: {
            /**
             * Uri
             * @description for the QR code of an authenticator app
             */
            uri: string;
        };
        /** SetAlerts */
        SetAlerts: {
            /** Thresholds */
            thresholds: components["schemas"]["AlertThreshold"][];
        };
        /**
         * SetCap
         * @description At most `cap` credits in each calendar day, week or month.
         */
        SetCap: {
            /** Cap */
            cap: Exact | string;
            /**
             * Per
             * @enum {string}
             */
            per: "day" | "week" | "month";
        };
        /** SetCredits */
        SetCredits: {
            /** Credits */
            credits: Exact | string;
            /**
             * Reason
             * @default
             */
            reason: string;
            /** User Id */
            user_id: string;
        };
        /**
         * SetLimit
         * @description `subject` is a user's or a group's id; none for everybody.
         */
        SetLimit: {
            /** Cap */
            cap: Exact | string;
            /**
             * Metric
             * @default credits
             * @enum {string}
             */
            metric: "credits" | "tokens_input" | "tokens_output" | "requests" | "images" | "audio_seconds";
            /** Model Id */
            model_id?: string | null;
            /**
             * Per
             * @enum {string}
             */
            per: "day" | "week" | "month";
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Scope
             * @enum {string}
             */
            scope: "user" | "group" | "everyone";
            /** Subject */
            subject?: string | null;
        };
        /** SettingsRequest */
        SettingsRequest: {
            /** Billing Contact Email */
            billing_contact_email?: string | null;
            /** Billing Contact Phone */
            billing_contact_phone?: string | null;
            /** Billing Language */
            billing_language?: ("en" | "ru") | null;
            /** Daily Cap Kopeks */
            daily_cap_kopeks?: null;
            /** Max Reply Cost Kopeks */
            max_reply_cost_kopeks?: null;
        };
        /** SettleHold */
        SettleHold: {
            /** @default auto-system */
            actor: string;
            /** @default null */
            cached_tokens: number | null;
            completion_tokens: number;
            prompt_tokens: number;
            /** @default null */
            reasoning_tokens: number | null;
            /** @default null */
            usage: {
                [key: string]: number;
            } | null;
        };
        /**
         * Share
         * @description `name` is null for models, which the ledger knows by id alone.
         */
        Share: {
            /** Credits Used */
            credits_used: Exact;
            /** Id */
            id: string;
            /** Name */
            name: string | null;
        };
        /** SkippedEntry */
        SkippedEntry: {
            /** Model Id */
            model_id: string;
            /** Reason */
            reason: string;
        };
        /**
         * SoldPayment
         * @description `superseded_at`: a newer attempt replaced it in the shop; paid after all, it still counts.
         */
        SoldPayment: {
            /** Amount */
            amount: Exact;
            /** Cancel Reason */
            cancel_reason: string | null;
            /** Created At */
            created_at: number;
            /** Credits */
            credits: Exact;
            /** Currency */
            currency: string;
            /** Email */
            email: string;
            /** Error */
            error: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string | null;
            /** Paid At */
            paid_at: number | null;
            /** Plan Id */
            plan_id: string | null;
            /** Plan Name */
            plan_name: string | null;
            /** Provider Id */
            provider_id: string | null;
            /** Refunded Amount */
            refunded_amount: Exact;
            /** Status */
            status: string;
            /** Superseded At */
            superseded_at: number | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** SoldPeriod */
        SoldPeriod: {
            /** Begun At */
            begun_at: number | null;
            /** Credits */
            credits: Exact;
            /** Currency */
            currency: string;
            /** Ends At */
            ends_at: number;
            /** Number */
            number: number;
            /** Payment Id */
            payment_id: string | null;
            /** Plan Id */
            plan_id: string;
            /** Price */
            price: Exact;
            /** Starts At */
            starts_at: number;
        };
        /** SoldRefund */
        SoldRefund: {
            /** Actor */
            actor: string;
            /** Amount */
            amount: Exact;
            /** Cancel Reason */
            cancel_reason: string | null;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Email */
            email: string;
            /** Error */
            error: string | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string | null;
            /** Payment Id */
            payment_id: string;
            /** Plan Id */
            plan_id: string | null;
            /** Plan Name */
            plan_name: string | null;
            /** Provider Id */
            provider_id: string | null;
            /** Reason */
            reason: string;
            /** Status */
            status: string;
            /** Succeeded At */
            succeeded_at: number | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** SoldSubscription */
        SoldSubscription: {
            /** Auto Renew */
            auto_renew: boolean;
            /** Cancel At Period End */
            cancel_at_period_end: boolean;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Email */
            email: string;
            /** Ended At */
            ended_at: number | null;
            /** Grace Until */
            grace_until: number | null;
            /** Id */
            id: string;
            /** Interval */
            interval: string;
            /** Kind */
            kind: string | null;
            /** Next Attempt At */
            next_attempt_at: number | null;
            /** Next Plan Id */
            next_plan_id: string | null;
            /** Plan Id */
            plan_id: string;
            /** Plan Name */
            plan_name: string | null;
            /** Price */
            price: Exact;
            /** Provider Id */
            provider_id: string | null;
            /** Status */
            status: string;
            /** Trial End */
            trial_end: number | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /**
         * StartSetting
         * @description A variable of the environment. It changes with a restart.
         */
        StartSetting: {
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Value */
            value: string;
        };
        /**
         * StatusWire
         * @description `sources` names for each kind how it is read: rest, database or not at all (null).
         */
        StatusWire: {
            /** Hints Accepted */
            hints_accepted: boolean;
            /** Interval S */
            interval_s: Exact;
            last_run: components["schemas"]["RunWire"] | null;
            last_success: components["schemas"]["RunWire"] | null;
            /** Next Due At */
            next_due_at: string | null;
            /** Running */
            running: boolean;
            /** Sources */
            sources: {
                [key: string]: string | null;
            };
            /** Totals */
            totals: {
                [key: string]: {
                    [key: string]: number;
                };
            };
        };
        /** Stream */
        Stream: {
            /**
             * Lag
             * @description entries that this service has not read; null: unknown
             */
            lag: number | null;
            /**
             * Pending
             * @description entries that it has read and not finished
             */
            pending: number;
            /** Producer */
            producer: string;
        };
        /** Subscriber */
        Subscriber: {
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Profile Image Url */
            profile_image_url: null;
            /** Requests Limit */
            requests_limit: number | null;
            /** Requests Used */
            requests_used: number;
            /** Role */
            role: string;
            /** Subscribed At */
            subscribed_at: number;
            /** Subscription Status */
            subscription_status: string;
            /** Tokens Input Limit */
            tokens_input_limit: number | null;
            /** Tokens Input Used */
            tokens_input_used: number;
            /** Tokens Output Limit */
            tokens_output_limit: number | null;
            /** Tokens Output Used */
            tokens_output_used: number;
            /** User Id */
            user_id: string;
        };
        /** Subscribers */
        Subscribers: {
            /** Items */
            items: components["schemas"]["Subscriber"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** SubscriptionFile */
        SubscriptionFile: {
            /** Auto Renew */
            auto_renew: boolean;
            /** Cancel At Period End */
            cancel_at_period_end: boolean;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Email */
            email: string;
            /** Ended At */
            ended_at: number | null;
            /** Grace Until */
            grace_until: number | null;
            /** Id */
            id: string;
            /** Interval */
            interval: string;
            /** Kind */
            kind: string | null;
            /** Next Attempt At */
            next_attempt_at: number | null;
            /** Next Plan Id */
            next_plan_id: string | null;
            /** Periods */
            periods: components["schemas"]["SoldPeriod"][];
            /** Plan Id */
            plan_id: string;
            /** Plan Name */
            plan_name: string | null;
            /** Price */
            price: Exact;
            /** Provider Id */
            provider_id: string | null;
            /** Status */
            status: string;
            /** Transitions */
            transitions: components["schemas"]["Transition"][];
            /** Trial End */
            trial_end: number | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** SubscriptionPage */
        SubscriptionPage: {
            /** Items */
            items: components["schemas"]["SoldSubscription"][];
            /** Next */
            next: string | null;
            /** Total */
            total: number;
        };
        /** SubscriptionWire */
        SubscriptionWire: {
            /** Auto Renew */
            auto_renew: boolean;
            /** Cancel At Period End */
            cancel_at_period_end: boolean;
            /** Created At */
            created_at: number;
            /** Current Period End */
            current_period_end: number;
            /** Current Period Start */
            current_period_start: number;
            /** Extra Metadata */
            extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
            /** Next Plan Id */
            next_plan_id: string | null;
            /** Payment Method Id */
            payment_method_id: string | null;
            /** Plan Id */
            plan_id: string;
            /** Status */
            status: string;
            /** Trial End */
            trial_end: number | null;
            /** Updated At */
            updated_at: number;
            /** User Id */
            user_id: string;
            /** Yookassa Payment Id */
            yookassa_payment_id: string | null;
            /** Yookassa Subscription Id */
            yookassa_subscription_id: string | null;
        };
        /** SummaryReport */
        SummaryReport: {
            /** From */
            from: number;
            /** Items */
            items: components["schemas"]["SummaryRow"][];
            /** To */
            to: number;
            /** Truncated */
            truncated: boolean;
        };
        /** SummaryRow */
        SummaryRow: {
            /** Arpu */
            arpu: Exact | null;
            /** Arr */
            arr: Exact;
            /** Churn */
            churn: Exact | null;
            /** Currency */
            currency: string;
            /** Failed Payments */
            failed_payments: number;
            /** Gross */
            gross: Exact;
            /** Mrr */
            mrr: Exact;
            /** Net */
            net: Exact;
            /** Payers */
            payers: number;
            /** Payments */
            payments: number;
            /** Refunded */
            refunded: Exact;
            /** Subscribers */
            subscribers: number;
        };
        /** SyncErrorWire */
        SyncErrorWire: {
            /** Code */
            code: string;
            /** Kind */
            kind: string;
            /** Message */
            message: string;
        };
        /**
         * SyncWire
         * @description `details` counts what was read, `changes` what became of it.
         */
        SyncWire: {
            /** Changes */
            changes: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** Details */
            details: {
                [key: string]: number;
            };
            /**
             * Dry Run
             * @default false
             */
            dry_run: boolean;
            /** Errors */
            errors: components["schemas"]["SyncErrorWire"][];
            /** Message */
            message: string;
            /** Run Id */
            run_id?: number | null;
            /** Status */
            status: string;
        };
        /**
         * SystemLog
         * @description `metadata` is JSON in a string.
         */
        SystemLog: {
            /** Actor */
            actor: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: number;
            /** Log Type */
            log_type: string;
            /** Message */
            message: string;
            /** Metadata */
            metadata: string | null;
        };
        /** SystemLogPage */
        SystemLogPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Logs */
            logs: components["schemas"]["SystemLog"][];
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Total Is Exact */
            total_is_exact: boolean;
        };
        /**
         * TermsUpdate
         * @description What is absent or null stays.
         */
        TermsUpdate: {
            /** Default Context Price */
            default_context_price?: Exact | string | null;
            /** Default Generation Price */
            default_generation_price?: Exact | string | null;
            /** Jump Percent Max */
            jump_percent_max?: (Exact | string) | null;
            /** Token Multiplier */
            token_multiplier?: number | null;
            /** Unknown Model Policy */
            unknown_model_policy?: ("default" | "refuse") | null;
            /** Usd To Credit Ratio */
            usd_to_credit_ratio?: (Exact | string) | null;
        };
        /**
         * TermsWire
         * @description Settings that are not about one model.
         */
        TermsWire: {
            /** Default Context Price */
            default_context_price: Exact;
            /** Default Generation Price */
            default_generation_price: Exact;
            /** Jump Percent Max */
            jump_percent_max: Exact;
            /** Token Multiplier */
            token_multiplier: number;
            /**
             * Unknown Model Policy
             * @enum {string}
             */
            unknown_model_policy: "default" | "refuse";
            /** Usd To Credit Ratio */
            usd_to_credit_ratio: Exact;
        };
        /** Token */
        Token: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @default bearer
             */
            token_type: string;
        };
        /** TopUpRequest */
        TopUpRequest: {
            /** Amount Kopeks */
            amount_kopeks: number;
            /** Promo Code */
            promo_code?: string | null;
            /** Return Url */
            return_url: string;
            /**
             * Save Payment Method
             * @description the payer agrees that automatic top-ups charge it later
             * @default false
             */
            save_payment_method: boolean;
        };
        /** Totals */
        Totals: {
            /** Total Credits Used */
            total_credits_used: Exact;
            /** Total Entries */
            total_entries: number;
            /** Total Transactions */
            total_transactions: number;
            /** Unique Models */
            unique_models: number;
            /** Unique Users */
            unique_users: number;
        };
        /**
         * Transaction
         * @description `amount` is signed as the account feels it.
         */
        Transaction: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Id */
            id: number;
            /** Model Id */
            model_id: string | null;
            /**
             * Posted At
             * Format: date-time
             */
            posted_at: string;
            /** Reason */
            reason: string;
            /** Sequence */
            sequence: number;
            /** Type */
            type: string;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
        };
        /** TransactionPage */
        TransactionPage: {
            /** Has Next */
            has_next: boolean;
            /** Has Prev */
            has_prev: boolean;
            /** Limit */
            limit: number;
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Total Is Exact */
            total_is_exact: boolean;
            /** Transactions */
            transactions: components["schemas"]["ListedTransaction"][];
        };
        /** TransactionWire */
        TransactionWire: {
            /** Amount */
            amount: Exact;
            /** Created At */
            created_at: number;
            /** Currency */
            currency: string;
            /** Description */
            description: string | null;
            /** Description Ru */
            description_ru: string | null;
            /** Extra Metadata */
            extra_metadata: {
                [key: string]: unknown;
            } | null;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Receipt Url */
            receipt_url: string | null;
            /** Refunded Amount */
            refunded_amount: Exact;
            /** Status */
            status: string;
            /** Subscription Id */
            subscription_id: string | null;
            /** Updated At */
            updated_at: number;
            /** User Id */
            user_id: string;
            /** Yookassa Payment Id */
            yookassa_payment_id: string | null;
            /** Yookassa Status */
            yookassa_status: string | null;
        };
        /** Transition */
        Transition: {
            /** Actor */
            actor: string;
            /** Cause */
            cause: string;
            /** From Status */
            from_status: string | null;
            /** Happened At */
            happened_at: number;
            /** Payment Id */
            payment_id: string | null;
            /** To Status */
            to_status: string;
        };
        /** TrialRequest */
        TrialRequest: {
            /** Plan Id */
            plan_id: string;
        };
        /** Unlinked */
        Unlinked: {
            /**
             * Status
             * @constant
             */
            status: "ok";
            /** Unlinked */
            unlinked: number;
        };
        /** UpdatedGroup */
        UpdatedGroup: {
            /** Default Credits */
            default_credits: Exact;
            /** Id */
            id: string;
            /** Is Own */
            is_own: boolean;
            /** Name */
            name: string;
            /** Priority */
            priority: number;
            /** Status */
            status: string;
        };
        /**
         * UpdatedModel
         * @description The model as it is from the new price on.
         */
        UpdatedModel: {
            /**
             * Access
             * @enum {string}
             */
            access: "public" | "restricted" | "private";
            /** Base Model Id */
            base_model_id: string | null;
            /** Context Price */
            context_price: Exact;
            /** Context Price Usd */
            context_price_usd: Exact;
            /** Effective From */
            effective_from: string | null;
            /** Generation Price */
            generation_price: Exact;
            /** Generation Price Usd */
            generation_price_usd: Exact;
            /** Id */
            id: string;
            /** Inherited From */
            inherited_from: string | null;
            /** Is Active */
            is_active: boolean;
            /** Is Available */
            is_available: boolean;
            /** Is Free */
            is_free: boolean;
            /** Is Restricted */
            is_restricted: boolean;
            /** Name */
            name: string;
            /** Priced */
            priced: boolean;
            /** Prices */
            prices: {
                [key: string]: Exact;
            };
            /** Prices Usd */
            prices_usd: {
                [key: string]: Exact;
            };
            /** Restricted By Admin */
            restricted_by_admin: boolean | null;
            /** Scheduled */
            scheduled: components["schemas"]["Scheduled"][];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "closed";
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Version Id */
            version_id: string | null;
        };
        /** UpdatedTerms */
        UpdatedTerms: {
            /** Default Context Price */
            default_context_price: Exact;
            /** Default Generation Price */
            default_generation_price: Exact;
            /** Jump Percent Max */
            jump_percent_max: Exact;
            /** Message */
            message: string;
            /**
             * Status
             * @constant
             */
            status: "success";
            /** Token Multiplier */
            token_multiplier: number;
            /**
             * Unknown Model Policy
             * @enum {string}
             */
            unknown_model_policy: "default" | "refuse";
            /** Usd To Credit Ratio */
            usd_to_credit_ratio: Exact;
        };
        /**
         * UpdateGroup
         * @description `priority` decides under the rule `priority`: the lowest wins.
         */
        UpdateGroup: {
            /** Default Credits */
            default_credits: Exact | string;
            /** Group Id */
            group_id: string;
            /** Name */
            name: string;
            /** Priority */
            priority?: number | null;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * UpdatePlan
         * @description Fields that are absent stay; null clears a field that may be empty.
         */
        UpdatePlan: {
            /** Currency */
            currency?: ("RUB" | "USD" | "EUR") | null;
            /** Description */
            description?: string | null;
            /** Description Ru */
            description_ru?: string | null;
            /** Display Order */
            display_order?: number | null;
            /** Features */
            features?: string[] | null;
            /** Included Credits */
            included_credits?: Exact | string | null;
            /** Interval */
            interval?: ("day" | "week" | "month" | "year") | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Name */
            name?: string | null;
            /** Name Ru */
            name_ru?: string | null;
            /** Price */
            price?: Exact | string | null;
            /** Quotas */
            quotas?: {
                [key: string]: number | null;
            } | null;
            /** Trial Days */
            trial_days?: number | null;
        };
        /**
         * UpdatePromoCode
         * @description Fields that are absent stay. What a code is worth never changes: make another one.
         */
        UpdatePromoCode: {
            /** Applies To Top Ups */
            applies_to_top_ups?: boolean | null;
            /** Ends At */
            ends_at?: number | null;
            /** Is Active */
            is_active?: boolean | null;
            /** Max Per User */
            max_per_user?: number | null;
            /** Max Redemptions */
            max_redemptions?: number | null;
            /** Note */
            note?: string | null;
            /** Plan Ids */
            plan_ids?: string[] | null;
            /** Starts At */
            starts_at?: number | null;
        };
        /**
         * Usage
         * @description Days are those of `time_zone`.
         */
        Usage: {
            /** Amount */
            amount: Exact;
            /** By */
            by: string;
            /** Charges */
            charges: number;
            /**
             * From
             * Format: date
             */
            from: string;
            /** Rows */
            rows: components["schemas"]["UsageRow"][];
            /** Time Zone */
            time_zone: string;
            /**
             * To
             * Format: date
             */
            to: string;
        };
        /** UsageAllowed */
        UsageAllowed: {
            /** Allowed */
            allowed: boolean;
            /** Current Usage */
            current_usage: number;
            /** Quota Limit */
            quota_limit: number | null;
            /** Remaining */
            remaining: number | null;
        };
        /** UsageCheck */
        UsageCheck: {
            /**
             * Amount
             * @default 1
             */
            amount: number;
            /** Metric */
            metric: string;
        };
        /** UsageEvent */
        UsageEvent: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /**
             * Billing Source
             * @constant
             */
            billing_source: "payg";
            /** Created At */
            created_at: number;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Model Id */
            model_id: string | null;
            /** Price Version */
            price_version: string | null;
            /** Reason */
            reason: string | null;
            /** Sequence */
            sequence: number;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
            /** User Id */
            user_id: string;
        };
        /** UsagePage */
        UsagePage: {
            /** Rows */
            rows: components["schemas"]["RankedUsage"][];
            /** Total */
            total: number;
        };
        /** UsageRow */
        UsageRow: {
            /** Amount */
            amount: Exact;
            /** Charges */
            charges: number;
            /** Day */
            day?: string | null;
            /** Model */
            model?: string | null;
            /** Usage */
            usage: {
                [key: string]: number;
            };
        };
        /** UsedOfModel */
        UsedOfModel: {
            /** Credits Used */
            credits_used: Exact;
            /** Model */
            model: string;
            /** Transactions Count */
            transactions_count: number;
            /** Unique Users */
            unique_users: number;
            /** Usage */
            usage: {
                [key: string]: number;
            };
        };
        /** UsedOnDay */
        UsedOnDay: {
            /** Credits Used */
            credits_used: Exact;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Transactions Count */
            transactions_count: number;
            /** Unique Users */
            unique_users: number;
            /** Usage */
            usage: {
                [key: string]: number;
            };
        };
        /**
         * UserCredits
         * @description One user's balance; `available` is what is left after holds, credit line included.
         */
        UserCredits: {
            available: Exact;
            credits: Exact;
            default_credits: Exact;
            group_id: string | null;
            group_name: string | null;
            groups: components["schemas"]["GroupOfUser"][];
            held: Exact;
            id: string;
            status: string;
        };
        /** UserStatistics */
        UserStatistics: {
            /** Current Balance */
            current_balance: Exact;
            current_month_usage: components["schemas"]["MonthOfUser"];
            /** Group Name */
            group_name: string | null;
            /** Historical Statistics */
            historical_statistics: components["schemas"]["MonthOfUser"][];
            /** User Email */
            user_email: string | null;
            /** User Id */
            user_id: string;
            /** User Name */
            user_name: string;
        };
        /** UserSubscription */
        UserSubscription: {
            plan: components["schemas"]["PlanWire"] | null;
            subscription: components["schemas"]["SubscriptionWire"] | null;
            /** Usage */
            usage: {
                [key: string]: components["schemas"]["QuotaShare"];
            };
            /** User Id */
            user_id: string;
        };
        /** Verification */
        Verification: {
            /**
             * Breaches
             * @description by invariant; 0 where it holds
             */
            breaches: {
                [key: string]: number;
            };
            /**
             * Checked At
             * @description when all of them were; null: never
             */
            checked_at: string | null;
        };
        /** WalletBalance */
        WalletBalance: {
            /** Auto Topup Amount Kopeks */
            auto_topup_amount_kopeks: number | null;
            /** Auto Topup Enabled */
            auto_topup_enabled: boolean;
            /** Auto Topup Fail Count */
            auto_topup_fail_count: number;
            /** Auto Topup Last Failed At */
            auto_topup_last_failed_at: number | null;
            /** Auto Topup Month Max Kopeks */
            auto_topup_month_max_kopeks: number | null;
            /** Auto Topup Month Spent Kopeks */
            auto_topup_month_spent_kopeks: number;
            /** Auto Topup Payment Method Saved */
            auto_topup_payment_method_saved: boolean;
            /** Auto Topup Threshold Kopeks */
            auto_topup_threshold_kopeks: number | null;
            /** Balance Credits */
            balance_credits: Exact;
            /** Balance Included Kopeks */
            balance_included_kopeks: number;
            /** Balance Topup Kopeks */
            balance_topup_kopeks: number;
            /** Currency */
            currency: string;
            /** Daily Cap Kopeks */
            daily_cap_kopeks: number | null;
            /** Daily Reset At */
            daily_reset_at: number | null;
            /** Daily Spent Kopeks */
            daily_spent_kopeks: number;
            /** Included Expires At */
            included_expires_at: number | null;
            /** Max Reply Cost Kopeks */
            max_reply_cost_kopeks: number | null;
        };
        /**
         * WalletEntry
         * @description A change of the balance; `amount` is signed.
         */
        WalletEntry: {
            /** Amount */
            amount: Exact;
            /** Balance After */
            balance_after: Exact;
            /** Created At */
            created_at: number;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Model Id */
            model_id: string | null;
            /** Price Version */
            price_version: string | null;
            /** Reason */
            reason: string | null;
            /** Sequence */
            sequence: number;
            /** Usage */
            usage: {
                [key: string]: number;
            } | null;
            /** User Id */
            user_id: string;
        };
        /** Why */
        Why: {
            /** Reason */
            reason: string;
        };
        /** Withdrawal */
        Withdrawal: {
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Version Id
             * Format: uuid
             */
            version_id: string;
        };
        /** YearlyStatistics */
        YearlyStatistics: {
            /** Monthly Breakdown */
            monthly_breakdown: components["schemas"]["MonthOfYear"][];
            /** Year */
            year: number;
            yearly_summary: components["schemas"]["Totals"] | null;
        };
    };
    responses: {
        /** @description The request cannot be read */
        ModelProblem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Not authenticated */
        ModelProblem401: {
            headers: {
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Not enough credits */
        ModelProblem402: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Not permitted */
        ModelProblem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Not found */
        ModelProblem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description The body did not arrive in time */
        ModelProblem408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description The idempotency key or the state excludes it */
        ModelProblem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description The body is too large */
        ModelProblem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description A value cannot be accepted; `detail` names the field */
        ModelProblem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Too many requests */
        ModelProblem429: {
            headers: {
                /** @description seconds */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description A third party or a service did not answer properly */
        ModelProblem502: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description Temporarily unavailable */
        ModelProblem503: {
            headers: {
                /** @description seconds */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description A service did not answer in time */
        ModelProblem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelProblem"];
            };
        };
        /** @description The request cannot be read */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Not authenticated */
        Problem401: {
            headers: {
                "WWW-Authenticate": string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Not enough credits */
        Problem402: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Not permitted */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The body did not arrive in time */
        Problem408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The idempotency key or the state excludes it */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description A value cannot be accepted; `detail` names the field */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        Problem429: {
            headers: {
                /** @description seconds */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description A third party or a service did not answer properly */
        Problem502: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable */
        Problem503: {
            headers: {
                /** @description seconds */
                "Retry-After": number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description A service did not answer in time */
        Problem504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    billing_alarms_admin_billing_alarms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_resolve_admin_billing_alarms__alarm_id__resolve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_admin_billing_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                entity_id?: string | null;
                entity_type?: string | null;
                from?: number | null;
                page?: number;
                page_size?: number;
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_payments_admin_billing_payments_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: ("purchase" | "renewal" | "change" | "top_up") | null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("created" | "sent" | "pending" | "succeeded" | "canceled" | "failed" | "quarantined") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_payment_admin_billing_payments__payment_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_refund_admin_billing_payments__payment_id__refund_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_plans_admin_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOverview"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_admin_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_admin_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_update_admin_billing_plans__plan_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_delete_admin_billing_plans__plan_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_duplicate_admin_billing_plans__plan_id__duplicate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscribers_admin_billing_plans__plan_id__subscribers_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscribers"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_toggle_admin_billing_plans__plan_id__toggle_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_codes_admin_billing_promo_codes_get: {
        parameters: {
            query?: {
                is_active?: boolean | null;
                page?: number;
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_admin_billing_promo_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_admin_billing_promo_codes__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_update_admin_billing_promo_codes__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_delete_admin_billing_promo_codes__code__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_redemptions_admin_billing_promo_codes__code__redemptions_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemptions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_reconcile_admin_billing_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompareRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BooksCompared"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_refunds_admin_billing_refunds_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: ("admin" | "provider") | null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("created" | "sent" | "pending" | "succeeded" | "canceled" | "failed") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_churn_admin_billing_reports_churn_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChurnReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_failed_payments_admin_billing_reports_failed_payments_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedPaymentsReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_revenue_admin_billing_reports_revenue_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_summary_admin_billing_reports_summary_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscriptions_admin_billing_subscriptions_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("trialing" | "active" | "past_due" | "suspended" | "canceled" | "revoked") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscription_admin_billing_subscriptions__subscription_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_change_admin_billing_subscriptions__subscription_id___what__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
                what: "cancel" | "resume";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_admin_billing_users__user_id__subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_assign_admin_billing_users__user_id__subscription_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assigned"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_list_admins_api_admin_admins_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_add_api_admin_admins_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAdmin"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_one_admin_api_admin_admins__username__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_disable_api_admin_admins__username__delete: {
        parameters: {
            query?: {
                reason?: string | null;
            };
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_change_api_admin_admins__username__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAdmin"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Administrator"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_read_api_admin_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                actor?: string | null;
                before?: number | null;
                limit?: number;
                target?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    billing_status_api_admin_events_billing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_letters_api_admin_events_billing_dead_letters_get: {
        parameters: {
            query?: {
                /** @description `next` of the page above */
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_replay_letters_api_admin_events_billing_dead_letters_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayLetters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_replay_outbox_api_admin_events_billing_outbox_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxReplay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_status_api_admin_events_gateway_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_letters_api_admin_events_gateway_dead_letters_get: {
        parameters: {
            query?: {
                /** @description `next` of the page above */
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_replay_letters_api_admin_events_gateway_dead_letters_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayLetters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_replay_outbox_api_admin_events_gateway_outbox_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxReplay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ledger_status_api_admin_events_ledger_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_letters_api_admin_events_ledger_dead_letters_get: {
        parameters: {
            query?: {
                /** @description `next` of the page above */
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_replay_letters_api_admin_events_ledger_dead_letters_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayLetters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_replay_outbox_api_admin_events_ledger_outbox_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxReplay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_status_api_admin_events_pricing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_letters_api_admin_events_pricing_dead_letters_get: {
        parameters: {
            query?: {
                /** @description `next` of the page above */
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_replay_letters_api_admin_events_pricing_dead_letters_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayLetters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_replay_outbox_api_admin_events_pricing_outbox_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxReplay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_status_api_admin_events_sync_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_letters_api_admin_events_sync_dead_letters_get: {
        parameters: {
            query?: {
                /** @description `next` of the page above */
                before?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_replay_letters_api_admin_events_sync_dead_letters_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayLetters"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedLetters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_replay_outbox_api_admin_events_sync_outbox_replay_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxReplay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_list_keys_api_admin_keys_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_issue_api_admin_keys_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_revoke_api_admin_keys__id__delete: {
        parameters: {
            query?: {
                reason?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_rotate_api_admin_keys__id__rotate_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKey"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_my_password_api_admin_me_password_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_start_totp_api_admin_me_totp_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Password"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_remove_totp_api_admin_me_totp_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BothFactors"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_confirm_totp_api_admin_me_totp_confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__admins__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    sync_listing_api_credits_admin_waiting_list_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description only these; both if absent */
                processed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantWire"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_process_api_credits_admin_waiting_list__applicant_id__process_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicant_id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProcessForm"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessedWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_clean_up_api_credits_admin_waiting_list_cleanup_post: {
        parameters: {
            query?: {
                action?: "delete" | "clear";
                /** @description who is deleted */
                scope?: "processed" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_clear_hashes_api_credits_admin_waiting_list_clear_hashes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_download_api_credits_admin_waiting_list_download_get: {
        parameters: {
            query?: {
                /** @description only these; both if absent */
                processed?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_search_api_credits_admin_waiting_list_search_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                /** @description only these; both if absent */
                processed?: boolean | null;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicantPageWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post__api_credits_deduct_tokens: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeductTokens"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deduction"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_grants_api_credits_grants_get: {
        parameters: {
            query: {
                /** @description also those with nothing left */
                spent?: boolean;
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lots"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_grant_api_credits_grants_post: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueGrant"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Granted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_groups_api_credits_groups_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedGroup"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_update_api_credits_groups_update_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGroup"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedGroup"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post__api_credits_holds: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenHold"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post__api_credits_holds_hold_id_extend: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post__api_credits_holds_hold_id_release: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedHold"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post__api_credits_holds_hold_id_settle: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleHold"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deduction"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_limits_api_credits_limits_get: {
        parameters: {
            query?: {
                model_id?: string | null;
                scope?: ("user" | "group" | "everyone") | null;
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_limit_api_credits_limits_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLimit"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_delete_limit_api_credits_limits__limit_id__delete: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                limit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_model_price_api_credits_model__model_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelPrice"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_models_api_credits_models_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedModel"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_apply_api_credits_models_bulk_apply_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkApproval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_preview_api_credits_models_bulk_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_changes_api_credits_models_changes_get: {
        parameters: {
            query?: {
                limit?: number;
                model_id?: string | null;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_export_api_credits_models_export_get: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx" | "json";
                search?: string;
                show?: "all" | "public" | "restricted" | "private" | "free" | "unpriced" | "inherited";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never> | unknown[];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_follow_api_credits_models_follow_base_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Following"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_history_api_credits_models_history_get: {
        parameters: {
            query: {
                limit?: number;
                model_id: string;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_import_file_api_credits_models_import_post: {
        parameters: {
            query: {
                format: "csv" | "xlsx" | "openrouter" | "litellm";
                include_unknown?: boolean;
                price_mode?: ("credits" | "usd") | null;
            };
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Imported"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_proposals_api_credits_models_proposals_get: {
        parameters: {
            query?: {
                batch_id?: string | null;
                limit?: number;
                offset?: number;
                status?: "open" | "approved" | "rejected" | "superseded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_decide_api_credits_models_proposals_decide_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decisions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_update_api_credits_models_update_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PriceUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_update_free_status_api_credits_models_update_free_status_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreeUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_update_restriction_status_api_credits_models_update_restriction_status_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestrictionUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestrictionStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_withdraw_api_credits_models_withdraw_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdrawal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedModel"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_settings_api_credits_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_update_settings_api_credits_settings_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsUpdate"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedTerms"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_breakdown_api_credits_statistics_breakdown_get: {
        parameters: {
            query?: {
                by?: "day" | "model" | "group" | "user";
                model_id?: string | null;
                since?: string | null;
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Breakdown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_current_usage_api_credits_statistics_current_usage_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUsage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_monthly_api_credits_statistics_monthly_get: {
        parameters: {
            query?: {
                month?: number | null;
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonthlyStatistics"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_user_api_credits_statistics_user__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserStatistics"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_yearly_api_credits_statistics_yearly_get: {
        parameters: {
            query?: {
                year?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["YearlyStatistics"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_run_api_credits_sync_all_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_run_api_credits_sync_groups_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_run_api_credits_sync_models_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_run_api_credits_sync_user_groups_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_run_api_credits_sync_users_post: {
        parameters: {
            query?: {
                /** @description say what would change, and change nothing */
                dry_run?: boolean;
                /** @description believe a reading that would close very many */
                force?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_system_logs_api_credits_system_logs_get: {
        parameters: {
            query?: {
                actor?: string | null;
                /** @description id of the last row of the page before */
                before?: number | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                search?: string | null;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemLogPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_transactions_api_credits_transactions_get: {
        parameters: {
            query?: {
                actor?: string | null;
                /** @description id of the last row of the page before */
                before?: number | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                search?: string | null;
                /** @description included */
                since?: string | null;
                type?: ("deduct" | "manual_update" | "monthly_reset" | "grant" | "expiry" | "reversal" | "refund" | "opening") | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_reversal_api_credits_transactions__transaction_id__reverse_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_update_api_credits_update_post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCredits"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditsSet"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get__api_credits_user_user_id_path_: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserCredits"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_user_limits_api_credits_user__user_id__limits_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitOfUser"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_user_transactions_api_credits_user__user_id__transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_users_api_credits_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedUser"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_accounts_api_ledger_accounts_get: {
        parameters: {
            query?: {
                /** @description `next` of a page */
                after?: string | null;
                group_id?: string | null;
                limit?: number;
                order?: "asc" | "desc";
                /** @description part of a name, an e-mail or an id */
                search?: string | null;
                sort?: "name" | "email" | "credits" | "available" | "held";
                status?: ("open" | "suspended" | "closed") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_account_api_ledger_accounts__user_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_account_api_ledger_accounts__user_id__post: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string | null;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_explanation_api_ledger_accounts__user_id__transactions__transaction_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_adjustment_api_ledger_adjustments_post: {
        parameters: {
            query?: never;
            header: {
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Adjust"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_apply_api_ledger_allowances_apply_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyAllowances"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancesApplied"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_preview_api_ledger_allowances_preview_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllowancePreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_archive_api_ledger_archive_get: {
        parameters: {
            query?: {
                actor?: string | null;
                before?: number | null;
                kind?: ("transaction" | "log") | null;
                limit?: number;
                model_id?: string | null;
                search?: string | null;
                /** @description included */
                since?: string | null;
                source?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_archive_api_ledger_archive_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["History-Input"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archived"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_position_api_ledger_archive_position_get: {
        parameters: {
            query: {
                source: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePosition"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_audit_api_ledger_audit_get: {
        parameters: {
            query?: {
                actor?: string | null;
                /** @description id of the last row of the page before */
                before?: number | null;
                limit?: number;
                model_id?: string | null;
                offset?: number;
                search?: string | null;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntries"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_batches_api_ledger_grant_batches_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantBatches"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_batch_api_ledger_grant_batches_post: {
        parameters: {
            query: {
                dry_run?: boolean;
                reason: string;
            };
            header?: {
                "idempotency-key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantPreview"];
                };
            };
            /** @description Applied */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantBatch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_undo_api_ledger_grant_batches__batch_id__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantBatch"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_delete_api_ledger_groups__group_id__delete: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_members_api_ledger_groups__group_id__members_get: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_members_api_ledger_groups__group_id__members_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMembers"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersChanged"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_holds_api_ledger_holds_get: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
                status?: "open" | "settled" | "released" | "expired";
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptHolds"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_hold_api_ledger_holds__hold_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_release_api_ledger_holds__hold_id__release_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_openings_api_ledger_opening_balances_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningBalances"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedBalances"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_overview_api_ledger_overview_get: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_settings_api_ledger_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartSetting"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_system_logs_file_api_ledger_system_logs_export_get: {
        parameters: {
            query?: {
                actor?: string | null;
                format?: "csv" | "xlsx";
                model_id?: string | null;
                search?: string | null;
                /** @description included */
                since?: string | null;
                type?: string | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_transactions_file_api_ledger_transactions_export_get: {
        parameters: {
            query?: {
                actor?: string | null;
                format?: "csv" | "xlsx";
                model_id?: string | null;
                search?: string | null;
                /** @description included */
                since?: string | null;
                type?: ("deduct" | "manual_update" | "monthly_reset" | "grant" | "expiry" | "reversal" | "refund" | "opening") | null;
                /** @description not included */
                until?: string | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_usage_api_ledger_usage_get: {
        parameters: {
            query: {
                by?: "user" | "model" | "group";
                limit?: number;
                /** @description the whole year if absent */
                month?: number | null;
                offset?: number;
                order?: "asc" | "desc";
                search?: string | null;
                sort?: "credits" | "charges" | "name";
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsagePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_usage_file_api_ledger_usage_export_get: {
        parameters: {
            query: {
                by?: "user" | "model" | "group";
                format?: "csv" | "xlsx";
                /** @description the whole year if absent */
                month?: number | null;
                order?: "asc" | "desc";
                search?: string | null;
                sort?: "credits" | "charges" | "name";
                year: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_verification_api_ledger_verification_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_alerts_api_me_alerts_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_put_alerts_api_me_alerts_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAlerts"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alerts"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_balance_api_me_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_put_cap_api_me_cap_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCap"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitLeft"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_delete_cap_api_me_cap_delete: {
        parameters: {
            query: {
                per: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_export_api_me_export_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never> | unknown[];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_history_api_me_history_get: {
        parameters: {
            query?: {
                before?: number | null;
                /** @description first day, included */
                from?: string | null;
                limit?: number;
                model?: string | null;
                /** @description last day, included */
                to?: string | null;
                type?: ("charge" | "allowance" | "grant" | "adjustment" | "expiry" | "reversal" | "refund" | "opening") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History-Output"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_issue_api_me_links_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueLink"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            503: components["responses"]["Problem503"];
        };
    };
    ledger_get_receipt_api_me_receipts__transaction_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                transaction_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_usage_api_me_usage_get: {
        parameters: {
            query?: {
                by?: "day" | "model";
                /** @description first day, included */
                from?: string | null;
                /** @description last day, included */
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_public_pricing_api_public_models_pricing_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedModel"][];
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_post_manual_api_reset_manual_post: {
        parameters: {
            query?: {
                /** @description grant this period's allowance again */
                force?: boolean;
                reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetDone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    ledger_get_status_api_reset_status_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetStatus"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_show_drift_api_sync_drift_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriftWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_hint_api_sync_hints__secret__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HintWire"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_tell_again_api_sync_publish_again_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_runs_api_sync_runs_get: {
        parameters: {
            query?: {
                /** @description next_before of the page above */
                before?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunsWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_cancel_api_sync_runs__run_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_status_api_sync_status_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_alarms_api_v1_admin_billing_alarms_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alarm"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_resolve_api_v1_admin_billing_alarms__alarm_id__resolve_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alarm_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_admin_billing_audit_get: {
        parameters: {
            query?: {
                action?: string | null;
                entity_id?: string | null;
                entity_type?: string | null;
                from?: number | null;
                page?: number;
                page_size?: number;
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_payments_api_v1_admin_billing_payments_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: ("purchase" | "renewal" | "change" | "top_up") | null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("created" | "sent" | "pending" | "succeeded" | "canceled" | "failed" | "quarantined") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_payment_api_v1_admin_billing_payments__payment_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_refund_api_v1_admin_billing_payments__payment_id__refund_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                payment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_plans_api_v1_admin_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanOverview"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_api_v1_admin_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_admin_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_update_api_v1_admin_billing_plans__plan_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_delete_api_v1_admin_billing_plans__plan_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_duplicate_api_v1_admin_billing_plans__plan_id__duplicate_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscribers_api_v1_admin_billing_plans__plan_id__subscribers_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscribers"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_toggle_api_v1_admin_billing_plans__plan_id__toggle_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_codes_api_v1_admin_billing_promo_codes_get: {
        parameters: {
            query?: {
                is_active?: boolean | null;
                page?: number;
                page_size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_api_v1_admin_billing_promo_codes_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_admin_billing_promo_codes__code__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_update_api_v1_admin_billing_promo_codes__code__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePromoCode"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromoCodeWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_delete_api_v1_admin_billing_promo_codes__code__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_redemptions_api_v1_admin_billing_promo_codes__code__redemptions_get: {
        parameters: {
            query?: {
                page?: number;
                page_size?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redemptions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_reconcile_api_v1_admin_billing_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompareRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BooksCompared"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_refunds_api_v1_admin_billing_refunds_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: ("admin" | "provider") | null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("created" | "sent" | "pending" | "succeeded" | "canceled" | "failed") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_churn_api_v1_admin_billing_reports_churn_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChurnReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_failed_payments_api_v1_admin_billing_reports_failed_payments_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedPaymentsReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_revenue_api_v1_admin_billing_reports_revenue_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_summary_api_v1_admin_billing_reports_summary_get: {
        parameters: {
            query?: {
                format?: "json" | "csv" | "xlsx";
                /** @description unix seconds */
                from?: number | null;
                /** @description exclusive */
                to?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryReport"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscriptions_api_v1_admin_billing_subscriptions_get: {
        parameters: {
            query?: {
                before?: string | null;
                /** @description unix seconds */
                from?: number | null;
                kind?: null;
                limit?: number;
                plan_id?: string | null;
                search?: string | null;
                status?: ("trialing" | "active" | "past_due" | "suspended" | "canceled" | "revoked") | null;
                /** @description unix seconds */
                to?: number | null;
                user_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_subscription_api_v1_admin_billing_subscriptions__subscription_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_change_api_v1_admin_billing_subscriptions__subscription_id___what__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription_id: string;
                what: "cancel" | "resume";
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EndRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_admin_billing_users__user_id__subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_assign_api_v1_admin_billing_users__user_id__subscription_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assigned"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_auto_top_up_api_v1_billing_auto_topup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoTopUpSet"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_balance_api_v1_billing_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletBalance"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_ledger_api_v1_billing_ledger_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletEntry"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_me_api_v1_billing_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingMe"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_billing_offer_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_pay_api_v1_billing_payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_unlink_api_v1_billing_payment_methods_unlink_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlinked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_plans_api_v1_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_api_v1_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_public_api_v1_billing_plans_public_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPlan"][];
                };
            };
            400: components["responses"]["Problem400"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_settings_api_v1_billing_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_settings_api_v1_billing_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_billing_subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"] | null;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_cancel_api_v1_billing_subscription_cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_resume_api_v1_billing_subscription_resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_trial_api_v1_billing_subscription_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_card_trial_api_v1_billing_subscription_trial_card_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardTrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardTrial"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_top_up_api_v1_billing_topup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_reconcile_api_v1_billing_topup_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_transactions_api_v1_billing_transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionWire"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_usage_events_api_v1_billing_usage_events_get: {
        parameters: {
            query?: {
                billing_source?: string | null;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageEvent"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_api_v1_billing_usage__metric__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricUsage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_check_api_v1_billing_usage_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageAllowed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_take_api_v1_billing_webhook_yookassa_post: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_take_by_path_api_v1_billing_webhook_yookassa__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_login_auth_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_login_auth_login_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_logout_auth_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__auth__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_me_auth_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_own_session_auth_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSession"];
                };
            };
            400: components["responses"]["Problem400"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_open_session_auth_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Body_open_session_auth_session_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__auth__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_end_session_auth_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["gateway__api__auth__Done"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            503: components["responses"]["Problem503"];
        };
    };
    billing_auto_top_up_billing_auto_topup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AutoTopUpSet"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_balance_billing_balance_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletBalance"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_ledger_billing_ledger_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletEntry"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_me_billing_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingMe"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_billing_offer_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_pay_billing_payment_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_unlink_billing_payment_methods_unlink_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlinked"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_plans_billing_plans_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_create_billing_plans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePlan"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_billing_plans__plan_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_list_public_billing_plans_public_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPlan"][];
                };
            };
            400: components["responses"]["Problem400"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_settings_billing_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_settings_billing_settings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_billing_subscription_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"] | null;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_cancel_billing_subscription_cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_resume_billing_subscription_resume_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_trial_billing_subscription_trial_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWire"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_card_trial_billing_subscription_trial_card_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CardTrialRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardTrial"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_top_up_billing_topup_post: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopUpRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_reconcile_billing_topup_reconcile_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_transactions_billing_transactions_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionWire"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_usage_events_billing_usage_events_get: {
        parameters: {
            query?: {
                billing_source?: string | null;
                limit?: number;
                skip?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageEvent"][];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_read_billing_usage__metric__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                metric: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricUsage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_check_billing_usage_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageCheck"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageAllowed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_take_billing_webhook_yookassa_post: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    billing_take_by_path_billing_webhook_yookassa__token__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    gateway_health_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_live_health_live_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            400: components["responses"]["Problem400"];
            503: components["responses"]["Problem503"];
        };
    };
    gateway_is_ready_health_ready_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            400: components["responses"]["Problem400"];
            /** @description Temporarily unavailable */
            503: {
                headers: {
                    /** @description seconds */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    gateway_metrics_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            503: components["responses"]["Problem503"];
        };
    };
    pricing_price_page_pricing_get: {
        parameters: {
            query?: {
                access?: "all" | "free" | "open" | "restricted";
                /** @description tokens of the example call */
                input?: number;
                lang?: ("en" | "ru") | null;
                /** @description tokens of its answer */
                output?: number;
                /** @description words that name or id must contain */
                q?: string;
                sort?: "name" | "-name" | "input" | "-input" | "output" | "-output" | "cost" | "-cost";
                /** @description tokens for which prices are stated */
                unit?: ("token" | "1k" | "1m") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_prices_as_csv_pricing_csv_get: {
        parameters: {
            query?: {
                access?: "all" | "free" | "open" | "restricted";
                /** @description tokens of the example call */
                input?: number;
                lang?: ("en" | "ru") | null;
                /** @description tokens of its answer */
                output?: number;
                /** @description words that name or id must contain */
                q?: string;
                sort?: "name" | "-name" | "input" | "-input" | "output" | "-output" | "cost" | "-cost";
                /** @description tokens for which prices are stated */
                unit?: ("token" | "1k" | "1m") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_prices_as_json_pricing_json_get: {
        parameters: {
            query?: {
                access?: "all" | "free" | "open" | "restricted";
                /** @description tokens of the example call */
                input?: number;
                lang?: ("en" | "ru") | null;
                /** @description tokens of its answer */
                output?: number;
                /** @description words that name or id must contain */
                q?: string;
                sort?: "name" | "-name" | "input" | "-input" | "output" | "-output" | "cost" | "-cost";
                /** @description tokens for which prices are stated */
                unit?: ("token" | "1k" | "1m") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPrices"];
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    pricing_model_page_pricing__model_id__get: {
        parameters: {
            query?: {
                audio_second?: number;
                cache_write?: number;
                cached_input?: number;
                image?: number;
                input?: number;
                lang?: ("en" | "ru") | null;
                output?: number;
                reasoning?: number;
                request?: number;
            };
            header?: never;
            path: {
                model_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The ETag in If-None-Match is still current */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            422: components["responses"]["Problem422"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    models_v1_audio_speech: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input?: string;
                    model: string;
                    voice?: string;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/*": string;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_audio_transcriptions: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file?: string;
                    model: string;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/plain": string;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_chat_completions: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    max_completion_tokens?: number;
                    max_tokens?: number;
                    messages?: Record<string, never>[];
                    model: string;
                    stream?: boolean;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_completions: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    max_tokens?: number;
                    model: string;
                    prompt?: string | unknown[];
                    stream?: boolean;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_embeddings: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input?: string | unknown[];
                    model: string;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_images_generations: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    model: string;
                    n?: number;
                    prompt?: string;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            403: components["responses"]["ModelProblem403"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    models_v1_responses: {
        parameters: {
            query?: never;
            header?: {
                "X-OpenWebUI-User-Id"?: string;
                "X-OpenWebUI-User-Jwt"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input?: string | unknown[];
                    max_output_tokens?: number;
                    model: string;
                    stream?: boolean;
                };
            };
        };
        responses: {
            /** @description The provider's answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/event-stream": unknown;
                };
            };
            400: components["responses"]["ModelProblem400"];
            401: components["responses"]["ModelProblem401"];
            402: components["responses"]["ModelProblem402"];
            403: components["responses"]["ModelProblem403"];
            404: components["responses"]["ModelProblem404"];
            408: components["responses"]["ModelProblem408"];
            409: components["responses"]["ModelProblem409"];
            413: components["responses"]["ModelProblem413"];
            422: components["responses"]["ModelProblem422"];
            429: components["responses"]["ModelProblem429"];
            502: components["responses"]["ModelProblem502"];
            503: components["responses"]["ModelProblem503"];
            504: components["responses"]["ModelProblem504"];
        };
    };
    sync_show_waiting_list_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    sync_register_waiting_list_register_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Email */
                    email: string;
                    /** Full Name */
                    full_name: string;
                };
                "application/x-www-form-urlencoded": {
                    /** Email */
                    email: string;
                    /** Full Name */
                    full_name: string;
                };
            };
        };
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWire"];
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            /** @description A value cannot be accepted; `detail` names the field */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description seconds */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            502: components["responses"]["Problem502"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
