export * from './subscriptions.schema';
export * from './invoices.schema';
