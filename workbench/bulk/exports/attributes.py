"""The attributes that Klaviyo documents, as columns. Generated from Klaviyo's API description, revision 2026-10-15."""

# By type of resource: the names of the columns, with dots where attributes are nested, and the types of the values.
# `json` is everything that has no columns of its own: lists, and objects with names that each account chooses.
# fmt: off
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "campaign": (
        ("definition.name", "text"), ("definition.builder", "text"), ("definition.archived", "boolean"),
        ("definition.color", "text"), ("definition.description", "text"),
        ("definition.send_settings.send_timezone", "text"), ("definition.send_settings.send_strategy", "text"),
        ("definition.send_settings.send_passed_rltz_immediately", "boolean"),
        ("definition.send_settings.exit_condition_enabled", "boolean"),
        ("definition.send_settings.exit_condition_conversion_metric_id", "text"), ("created_at", "time"),
        ("updated_at", "time"),
    ),
    "campaign-audience": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.included", "json"),
        ("definition.excluded", "json"), ("definition.priority", "integer"),
    ),
    "campaign-message": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.status", "text"),
        ("definition.tracking_options.is_add_utm", "boolean"),
        ("definition.tracking_options.is_tracking_clicks", "boolean"),
        ("definition.tracking_options.is_tracking_opens", "boolean"), ("definition.send_options.send_time", "time"),
        ("definition.send_options.send_times", "json"), ("definition.send_options.send_strategy", "text"),
        ("definition.send_options.recipient_percentage", "integer"),
        ("definition.send_options.throttling_type", "text"), ("definition.send_options.throttle_unit", "text"),
        ("definition.send_options.is_ignoring_unsubscribes", "boolean"), ("definition.ab_test.winner_metric", "text"),
        ("definition.ab_test.winner_percentage", "integer"), ("definition.ab_test.winner_wait_hours", "integer"),
    ),
    "campaign-variation": (
        ("created", "time"), ("updated", "time"), ("definition.name", "text"), ("definition.details", "json"),
    ),
    "catalog-category": (
        ("external_id", "text"), ("name", "text"), ("updated", "time"),
    ),
    "catalog-category-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-category-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-category-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item": (
        ("external_id", "text"), ("title", "text"), ("description", "text"), ("price", "number"), ("url", "text"),
        ("image_full_url", "text"), ("image_thumbnail_url", "text"), ("images", "json"), ("custom_metadata", "json"),
        ("published", "boolean"), ("created", "time"), ("updated", "time"),
    ),
    "catalog-item-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-item-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant": (
        ("external_id", "text"), ("title", "text"), ("description", "text"), ("sku", "text"),
        ("inventory_policy", "integer"), ("inventory_quantity", "number"), ("price", "number"), ("url", "text"),
        ("image_full_url", "text"), ("image_thumbnail_url", "text"), ("images", "json"), ("custom_metadata", "json"),
        ("published", "boolean"), ("created", "time"), ("updated", "time"),
    ),
    "catalog-variant-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "catalog-variant-bulk-update-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "conversation": (
        ("channel", "text"),
    ),
    "coupon": (
        ("external_id", "text"), ("description", "text"), ("monitor_configuration", "json"),
        ("assigner_configuration.used", "text"), ("assigner_configuration.unused_expired", "text"),
    ),
    "coupon-code": (
        ("unique_code", "text"), ("expires_at", "time"), ("status", "text"),
    ),
    "coupon-code-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("errors", "json"), ("expires_at", "time"),
    ),
    "data-source": (
        ("title", "text"), ("visibility", "text"), ("description", "text"), ("namespace", "text"),
    ),
    "event": (
        ("timestamp", "integer"), ("event_properties", "json"), ("datetime", "time"), ("uuid", "text"),
    ),
    "flow": (
        ("name", "text"), ("status", "text"), ("archived", "boolean"), ("created", "time"), ("updated", "time"),
        ("trigger_type", "text"),
    ),
    "flow-action": (
        ("created", "time"), ("updated", "time"), ("definition", "json"),
    ),
    "flow-message": (
        ("channel", "text"), ("created", "time"), ("updated", "time"), ("definition", "json"), ("name", "text"),
        ("content", "json"),
    ),
    "form": (
        ("name", "text"), ("status", "text"), ("ab_test", "boolean"), ("created_at", "time"), ("updated_at", "time"),
    ),
    "form-version": (
        ("form_type", "text"), ("variation_name", "text"), ("status", "text"), ("created_at", "time"),
        ("updated_at", "time"), ("ab_test.variation_name", "text"),
    ),
    "geofence": (
        ("latitude", "number"), ("longitude", "number"), ("radius", "number"),
    ),
    "image": (
        ("name", "text"), ("image_url", "text"), ("format", "text"), ("size", "integer"), ("hidden", "boolean"),
        ("updated_at", "time"),
    ),
    "import-error": (
        ("code", "text"), ("title", "text"), ("detail", "text"), ("source.pointer", "text"),
        ("original_payload", "json"),
    ),
    "list": (
        ("name", "text"), ("created", "time"), ("updated", "time"), ("opt_in_process", "text"),
    ),
    "metric": (
        ("name", "text"), ("created", "text"), ("updated", "text"), ("integration", "json"),
    ),
    "object-ingestion-log": (
        ("status", "text"), ("event_type", "text"), ("timestamp", "time"), ("summary", "text"), ("errors", "json"),
    ),
    "object-record": (
        ("record_properties", "json"),
    ),
    "object-type": (
        ("title", "text"), ("description", "text"), ("status", "text"), ("namespace", "text"), ("created_at", "time"),
        ("updated_at", "time"),
    ),
    "profile": (
        ("email", "text"), ("phone_number", "text"), ("external_id", "text"), ("first_name", "text"),
        ("last_name", "text"), ("organization", "text"), ("locale", "text"), ("title", "text"), ("image", "text"),
        ("created", "time"), ("updated", "time"), ("last_event_date", "time"), ("location.address1", "text"),
        ("location.address2", "text"), ("location.city", "text"), ("location.country", "text"),
        ("location.latitude", "text"), ("location.longitude", "text"), ("location.region", "text"),
        ("location.zip", "text"), ("location.timezone", "text"), ("location.ip", "text"), ("properties", "json"),
        ("joined_group_at", "time"), ("subscriptions.email.marketing.can_receive_email_marketing", "boolean"),
        ("subscriptions.email.marketing.consent", "text"), ("subscriptions.email.marketing.consent_timestamp", "time"),
        ("subscriptions.email.marketing.last_updated", "time"), ("subscriptions.email.marketing.method", "text"),
        ("subscriptions.email.marketing.method_detail", "text"),
        ("subscriptions.email.marketing.custom_method_detail", "text"),
        ("subscriptions.email.marketing.double_optin", "boolean"),
        ("subscriptions.email.marketing.suppression", "json"),
        ("subscriptions.email.marketing.list_suppressions", "json"),
        ("subscriptions.email.open_tracking.consent", "text"),
        ("subscriptions.email.open_tracking.can_receive", "boolean"),
        ("subscriptions.email.open_tracking.consent_timestamp", "time"),
        ("subscriptions.email.open_tracking.last_updated", "time"),
        ("subscriptions.email.open_tracking.created_timestamp", "time"),
        ("subscriptions.email.open_tracking.metadata", "json"),
        ("subscriptions.email.open_tracking.valid_until", "time"),
        ("subscriptions.email.click_tracking.consent", "text"),
        ("subscriptions.email.click_tracking.can_receive", "boolean"),
        ("subscriptions.email.click_tracking.consent_timestamp", "time"),
        ("subscriptions.email.click_tracking.last_updated", "time"),
        ("subscriptions.email.click_tracking.created_timestamp", "time"),
        ("subscriptions.email.click_tracking.metadata", "json"),
        ("subscriptions.email.click_tracking.valid_until", "time"),
        ("subscriptions.sms.marketing.can_receive_sms_marketing", "boolean"),
        ("subscriptions.sms.marketing.consent", "text"), ("subscriptions.sms.marketing.consent_timestamp", "time"),
        ("subscriptions.sms.marketing.method", "text"), ("subscriptions.sms.marketing.method_detail", "text"),
        ("subscriptions.sms.marketing.last_updated", "time"),
        ("subscriptions.sms.transactional.can_receive_sms_transactional", "boolean"),
        ("subscriptions.sms.transactional.consent", "text"),
        ("subscriptions.sms.transactional.consent_timestamp", "time"),
        ("subscriptions.sms.transactional.method", "text"), ("subscriptions.sms.transactional.method_detail", "text"),
        ("subscriptions.sms.transactional.last_updated", "time"),
        ("subscriptions.mobile_push.marketing.can_receive_push_marketing", "boolean"),
        ("subscriptions.mobile_push.marketing.consent", "text"),
        ("subscriptions.mobile_push.marketing.consent_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.consent", "text"),
        ("subscriptions.whatsapp.marketing.can_receive", "boolean"),
        ("subscriptions.whatsapp.marketing.consent_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.last_updated", "time"),
        ("subscriptions.whatsapp.marketing.created_timestamp", "time"),
        ("subscriptions.whatsapp.marketing.metadata", "json"), ("subscriptions.whatsapp.marketing.valid_until", "time"),
        ("subscriptions.whatsapp.marketing.phone_number", "text"),
        ("subscriptions.whatsapp.transactional.consent", "text"),
        ("subscriptions.whatsapp.transactional.can_receive", "boolean"),
        ("subscriptions.whatsapp.transactional.consent_timestamp", "time"),
        ("subscriptions.whatsapp.transactional.last_updated", "time"),
        ("subscriptions.whatsapp.transactional.created_timestamp", "time"),
        ("subscriptions.whatsapp.transactional.metadata", "json"),
        ("subscriptions.whatsapp.transactional.valid_until", "time"),
        ("subscriptions.whatsapp.transactional.phone_number", "text"),
        ("subscriptions.whatsapp.conversational.consent", "text"),
        ("subscriptions.whatsapp.conversational.can_receive", "boolean"),
        ("subscriptions.whatsapp.conversational.consent_timestamp", "time"),
        ("subscriptions.whatsapp.conversational.last_updated", "time"),
        ("subscriptions.whatsapp.conversational.created_timestamp", "time"),
        ("subscriptions.whatsapp.conversational.metadata", "json"),
        ("subscriptions.whatsapp.conversational.valid_until", "time"),
        ("subscriptions.whatsapp.conversational.phone_number", "text"), ("predictive_analytics.historic_clv", "number"),
        ("predictive_analytics.predicted_clv", "number"), ("predictive_analytics.total_clv", "number"),
        ("predictive_analytics.historic_number_of_orders", "number"),
        ("predictive_analytics.predicted_number_of_orders", "number"),
        ("predictive_analytics.average_days_between_orders", "number"),
        ("predictive_analytics.average_order_value", "number"), ("predictive_analytics.churn_probability", "number"),
        ("predictive_analytics.expected_date_of_next_order", "time"),
        ("predictive_analytics.ranked_channel_affinity", "json"),
    ),
    "profile-bulk-import-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("failed_count", "integer"), ("completed_at", "time"), ("expires_at", "time"), ("started_at", "time"),
    ),
    "profile-suppression-bulk-create-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("completed_at", "time"), ("skipped_count", "integer"),
    ),
    "profile-suppression-bulk-delete-job": (
        ("status", "text"), ("created_at", "time"), ("total_count", "integer"), ("completed_count", "integer"),
        ("completed_at", "time"), ("skipped_count", "integer"),
    ),
    "push-token": (
        ("created", "time"), ("token", "text"), ("enablement_status", "text"), ("platform", "text"), ("vendor", "text"),
        ("background", "text"), ("recorded_date", "text"), ("metadata.device_id", "text"),
        ("metadata.klaviyo_sdk", "text"), ("metadata.sdk_version", "text"), ("metadata.device_model", "text"),
        ("metadata.os_name", "text"), ("metadata.os_version", "text"), ("metadata.manufacturer", "text"),
        ("metadata.app_name", "text"), ("metadata.app_version", "text"), ("metadata.app_build", "text"),
        ("metadata.app_id", "text"), ("metadata.environment", "text"),
    ),
    "review": (
        ("verified", "boolean"), ("review_type", "text"), ("created", "time"), ("updated", "time"), ("images", "json"),
        ("status", "json"), ("product.url", "text"), ("product.name", "text"), ("product.image_url", "text"),
        ("product.external_id", "text"), ("rating", "integer"), ("author", "text"), ("content", "text"),
        ("title", "text"), ("smart_quote", "text"), ("public_reply.content", "text"), ("public_reply.author", "text"),
        ("public_reply.updated", "time"), ("email", "text"),
    ),
    "review-values-report": (
        ("results", "json"),
    ),
    "segment": (
        ("is_active", "boolean"), ("is_processing", "boolean"), ("is_starred", "boolean"), ("name", "text"),
        ("definition.condition_groups", "json"), ("created", "time"), ("updated", "time"),
    ),
    "tag": (
        ("name", "text"),
    ),
    "tag-group": (
        ("name", "text"), ("exclusive", "boolean"), ("default", "boolean"),
    ),
    "template": (
        ("name", "text"), ("editor_type", "text"), ("html", "text"), ("text", "text"), ("amp", "text"),
        ("created", "time"), ("updated", "time"), ("screenshot_url", "text"), ("definition.body.properties.id", "text"),
        ("definition.body.properties.css_class", "text"), ("definition.body.styles.background_color", "text"),
        ("definition.body.styles.width", "integer"), ("definition.body.id", "text"),
        ("definition.body.sections", "json"), ("definition.styles", "json"), ("definition.id", "text"),
        ("definition.template_id", "text"),
    ),
    "template-universal-content": (
        ("name", "text"), ("created", "time"), ("updated", "time"), ("screenshot_status", "text"),
        ("screenshot_url", "text"), ("definition", "json"),
    ),
    "text-messaging-sender": (
        ("sender_type", "text"), ("sender_details.country", "text"), ("status", "text"), ("created_at", "time"),
        ("forwarding_number", "text"), ("sender_identifier", "text"),
    ),
    "text-messaging-sender-registration": (
        ("status", "text"), ("failures", "json"), ("created_at", "time"), ("updated_at", "time"),
        ("submitted_at", "time"), ("decided_at", "time"),
    ),
    "tracking-setting": (
        ("auto_add_parameters", "boolean"), ("utm_source.flow", "json"), ("utm_source.campaign", "json"),
        ("utm_medium.flow", "json"), ("utm_medium.campaign", "json"), ("utm_campaign.flow", "json"),
        ("utm_campaign.campaign", "json"), ("utm_id.flow", "json"), ("utm_id.campaign", "json"),
        ("utm_term.flow", "json"), ("utm_term.campaign", "json"), ("custom_parameters", "json"),
    ),
    "translation": (
        ("source_locale", "text"), ("target_locales", "json"), ("channel", "text"), ("fallback_locale", "text"),
        ("metadata", "json"), ("created", "time"), ("updated", "time"),
    ),
    "web-feed": (
        ("name", "text"), ("url", "text"), ("request_method", "text"), ("content_type", "text"), ("created", "time"),
        ("updated", "time"), ("status", "text"),
    ),
}
# fmt: on
