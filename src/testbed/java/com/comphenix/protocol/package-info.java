/**
 * What must sit in ProtocolLib's own package to start it outside its plugin. Not marked for null checks: the mark would
 * count for ProtocolLib's classes, too.
 */
package com.comphenix.protocol;
